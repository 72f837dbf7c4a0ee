// The loader of the hosted form (dist/site): starts the program that lies beside the page, and keeps a copy for use without a network.
//
// Trunk writes the addresses of the program into the element `dateline-program` (see pattern_script in Trunk.toml).
// If the program cannot start, one sentence in the page says why.
const { js, wasm } = document.getElementById('dateline-program').dataset;

try {
  const { default: start } = await import(new URL(js, document.baseURI).href);
  await start({ module_or_path: new URL(wasm, document.baseURI) });
} catch (error) {
  console.error(error);
  if (!document.body.dataset.ready) {
    const said = document.createElement('p');
    said.className = 'failure';
    said.setAttribute('role', 'alert');
    said.textContent = 'Dateline could not start: its program did not load, or this browser does not run WebAssembly. Reload the page, or try another browser.';
    document.body.prepend(said);
    document.body.dataset.ready = 'failed';
  }
}

// A refused service worker (private windows do that) costs nothing but the use without a network.
if ('serviceWorker' in navigator && /^https?:$/.test(location.protocol)) {
  navigator.serviceWorker.register('sw.js').catch((error) => console.info('no offline copy:', error.message));
}
