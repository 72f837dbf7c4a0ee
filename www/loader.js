// The loader of the single file: unpacks the program that lies in the page and starts it.
//
// It runs as a classic script at the end of the body, after the glue of wasm-bindgen in the same script.
// It makes no request. Unpacking and compiling happen off the main thread, and the program starts only after the first view has been painted.
// If the program cannot start, one sentence in the page says why, and the first view stays readable.
// What goes wrong once the program runs is the program's to tell (see crates/app).
(() => {
  'use strict';

  const bytesOf = (base64) => {
    if (Uint8Array.fromBase64) return Uint8Array.fromBase64(base64);
    const text = atob(base64);
    const bytes = new Uint8Array(text.length);
    for (let i = 0; i < text.length; i += 1) bytes[i] = text.charCodeAt(i);
    return bytes;
  };

  const compile = async () => {
    if (typeof WebAssembly !== 'object') {
      throw new Error('this browser does not run WebAssembly, or it is switched off (a strict security level does that).');
    }
    if (typeof DecompressionStream !== 'function') {
      throw new Error('this browser is too old to unpack it (it needs DecompressionStream, in browsers since 2023).');
    }
    const block = document.getElementById('dateline-program');
    if (!block || !block.textContent.trim()) {
      throw new Error('the file is incomplete (its program is missing).');
    }
    try {
      const packed = new Blob([bytesOf(block.textContent.trim())]);
      const plain = packed.stream().pipeThrough(new DecompressionStream('gzip'));
      const answer = new Response(plain, { headers: { 'Content-Type': 'application/wasm' } });
      return await WebAssembly.compileStreaming(answer);
    } catch (cause) {
      if (cause instanceof WebAssembly.CompileError && /security|policy|disallowed/i.test(cause.message)) {
        throw new Error('a security policy of this browser or server does not allow WebAssembly.');
      }
      throw new Error('the file is damaged (its program cannot be unpacked).', { cause });
    }
  };

  // Resolved once the first view is on the screen; in a tab that is not shown there is no frame, hence the limit.
  const painted = new Promise((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve, 0));
    setTimeout(resolve, 100);
  });

  const fail = (reason) => {
    if (document.body.dataset.ready) return;
    const said = document.createElement('p');
    said.className = 'failure';
    said.setAttribute('role', 'alert');
    said.textContent = `Dateline could not start: ${reason} What you see below is the first view; try another browser, or ask for the file again.`;
    document.body.prepend(said);
    document.body.dataset.ready = 'failed';
  };

  Promise.all([compile(), painted])
    .then(([program]) => {
      performance.mark('dateline-start');
      return wasm_bindgen({ module_or_path: program });
    })
    .catch((error) => {
      console.error(error);
      fail(error instanceof WebAssembly.RuntimeError ? 'the program stopped with an error.' : error.message);
    });
})();
