// The script of the worker, after the glue of wasm-bindgen in the same script; the page runs it from a blob (crates/app/src/browser/worker.rs).
//
// Messages from the page:
//   { start: { program, knowledge: [[name, block], …] } }   once; a block is { text } (base64 of gzip) or { href } (gzip)
//   { files: [[name, file or text], …] }                    an order
// Messages to the page:
//   a Uint8Array     a report (formats/src/report.rs)
//   { done: true }   the order is done
//   { failed }       nothing more will come from this worker: a sentence, or nothing when the program met a mistake of its own
// The page cancels by ending the worker. Nothing here makes a request but for `href`, which only the hosted form has.
(() => {
  'use strict';

  const bytesOf = (base64) => {
    if (Uint8Array.fromBase64) return Uint8Array.fromBase64(base64);
    const text = atob(base64);
    const bytes = new Uint8Array(text.length);
    for (let i = 0; i < text.length; i += 1) bytes[i] = text.charCodeAt(i);
    return bytes;
  };

  const plain = async ({ text, href }) => {
    let packed;
    if (href) {
      const answer = await fetch(href);
      if (!answer.ok) throw new Error(`its part answers ${answer.status}`);
      packed = answer.body;
    } else {
      packed = new Blob([bytesOf(text.trim())]).stream();
    }
    return new Response(packed.pipeThrough(new DecompressionStream('gzip')), { headers: { 'Content-Type': 'application/wasm' } });
  };

  const start = async ({ program, knowledge }) => {
    const compiled = plain(program).then((answer) => WebAssembly.compileStreaming(answer));
    const blocks = knowledge.map(async ([name, block]) => [name, await (await plain(block)).arrayBuffer()]);
    await wasm_bindgen({ module_or_path: await compiled });
    const worker = new wasm_bindgen.Worker();
    for (const [name, bytes] of await Promise.all(blocks)) worker.know(name, new Uint8Array(bytes));
    return worker;
  };

  let started;

  const report = (worker, isLast) => {
    let bytes;
    while ((bytes = worker.report(isLast))) postMessage(bytes, [bytes.buffer]);
  };

  const take = async (worker, name, file) => {
    if (typeof file === 'string') {
      worker.take(name, new TextEncoder().encode(file));
      return;
    }
    if (file.size > wasm_bindgen.Worker.max_file_bytes()) {
      worker.refuse_size(name, file.size);
      return;
    }
    let bytes;
    try {
      bytes = new Uint8Array(await file.arrayBuffer());
    } catch {
      worker.refuse_unreadable(name);
      return;
    }
    worker.take(name, bytes);
  };

  const read = async (files) => {
    const worker = await started;
    const why = worker.begin(files.length);
    if (why) throw new Error(why);
    for (const [name, file] of files) {
      await take(worker, name, file);
      report(worker, false);
    }
    report(worker, true);
    postMessage({ done: true });
  };

  const fail = (error) => {
    console.error(error);
    // What a trap says may quote an article, and helps no reader.
    postMessage({ failed: error instanceof WebAssembly.RuntimeError ? '' : String(error?.message ?? error) });
    close();
  };

  // One thing after the other, in the order of the messages.
  let last = Promise.resolve();
  onmessage = ({ data }) => {
    last = last.then(() => {
      if (data.start) started = start(data.start);
      return data.files ? read(data.files) : started;
    }).catch(fail);
  };
})();
