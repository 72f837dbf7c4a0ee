// Put into a page before anything of its own runs: tells when the map was first painted, and what each frame cost.
(() => {
  const bench = (window.bench = { painted: null, deltas: [], work: [], isOn: false });
  const afterwards = (then) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => { port1.close(); then(); };
    port2.postMessage(0);
  };
  // The first path that is filled or stroked on a canvas is the map's; its frame is painted when what was sent from it arrives.
  const context = CanvasRenderingContext2D.prototype;
  const kept = { fill: context.fill, stroke: context.stroke };
  const first = (name) => function (...args) {
    Object.assign(context, kept);
    requestAnimationFrame(() => afterwards(() => { bench.painted = performance.now(); }));
    return kept[name].apply(this, args);
  };
  context.fill = first('fill');
  context.stroke = first('stroke');
  // The work of a frame: from the first thing that is done for it, an event or a callback, until it is handed on to be shown.
  let began = null, last = null;
  const begin = () => { began ??= performance.now(); };
  for (const kind of ['pointermove', 'mousemove', 'wheel']) window.addEventListener(kind, begin, { capture: true, passive: true });
  const frame = (now) => {
    if (!bench.isOn) { last = null; began = null; return; }
    requestAnimationFrame(frame);
    begin();
    if (last !== null) bench.deltas.push(now - last);
    last = now;
    const from = began;
    // What comes from here on is of the next frame.
    began = null;
    afterwards(() => { bench.work.push(performance.now() - from); });
  };
  bench.start = () => { bench.deltas = []; bench.work = []; bench.isOn = true; requestAnimationFrame(frame); };
  bench.stop = () => { bench.isOn = false; return { deltas: bench.deltas, work: bench.work }; };
})();
