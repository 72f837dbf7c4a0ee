// Put into a ready page: does what a reader does, and tells how long it took.
// Each answer is [work, painted] in milliseconds from the deed: `work` until what the page's thread does at once is done, `painted` until the second frame begins, by which the first one has been painted.
window.bench = (() => {
  const afterwards = (then) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => { port1.close(); then(); };
    port2.postMessage(0);
  };
  const measure = (deed) => new Promise((done) => {
    const began = performance.now();
    let work = null;
    const painted = () => {
      const all = performance.now() - began;
      if (work === null) afterwards(painted); else done([work, all]);
    };
    deed();
    afterwards(() => { work = performance.now() - began; });
    requestAnimationFrame(() => requestAnimationFrame(painted));
  });

  // The page looks up what was typed a moment after the last key: that is measured from when it begins.
  let lookup = null;
  const later = window.setTimeout;
  window.setTimeout = (call, millis, ...rest) => {
    if (!(millis > 50 && millis < 300)) return later(call, millis, ...rest);
    return later(() => { lookup = measure(() => call(...rest)); }, millis);
  };

  // The browser's own clock: from a real click until what came of it was on the screen, in steps of 8 ms. Shorter ones than 16 ms are not told.
  const told = [];
  new PerformanceObserver((list) => {
    told.push(...list.getEntries().filter((entry) => entry.name === 'click').map((entry) => entry.duration));
  }).observe({ type: 'event', durationThreshold: 16 });

  const set = () => +document.querySelector('[data-part=counts]').dataset.excerpts;
  const column = () => document.querySelector('[data-part=excerpts]');
  const box = () => document.querySelector('input[type=search]');
  const after = async (measured) => [...await measured, set()];
  return {
    set,
    click: (selector, at) => after(measure(() => document.querySelectorAll(selector)[at].click())),
    go: (hash) => after(measure(() => {
      // The event comes in a task of its own, before the message that ends the work.
      location.hash = hash;
    })),
    told: () => told.splice(0),
    // One key: how long it took, and how long the lookup took that followed.
    key: async (words) => {
      lookup = null;
      const key = await measure(() => {
        box().value = words;
        box().dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertText' }));
      });
      await new Promise((done) => later(done, 200));
      return [key, lookup === null ? null : await lookup, set()];
    },
    // Scrolls from top to end, two screens to a frame, over so many frames at most; or jumps about, as a scroll bar does that is dragged. At every frame five points of the column are looked at: when there is no text at any of them, it is blank.
    scroll: (most, isDragged) => new Promise((done) => {
      const list = column();
      const { left, top, width, height } = list.getBoundingClientRect();
      const deltas = [];
      let last = null, blank = 0, looked = 0, drawn = 0, spot = 1;
      list.scrollTop = 0;
      const frame = (now) => {
        if (last !== null) deltas.push(now - last);
        last = now;
        looked += 1;
        const isText = (share) => {
          const hit = document.elementFromPoint(left + width / 2, top + height * share);
          return hit !== null && hit !== list && !hit.matches('.room') && list.contains(hit);
        };
        if (![0.1, 0.3, 0.5, 0.7, 0.9].some(isText)) blank += 1;
        drawn = Math.max(drawn, list.querySelectorAll('[data-excerpt]').length);
        const room = list.scrollHeight - list.clientHeight;
        if (!isDragged && list.scrollTop >= room - 1 || deltas.length >= most) {
          done({ deltas, blank, looked, height: list.scrollHeight, drawn, elements: document.querySelectorAll('*').length });
        } else {
          // Numbers that look random and are the same every time.
          spot = spot * 48271 % 2147483647;
          if (isDragged) list.scrollTop = spot / 2147483647 * room;
          else list.scrollTop += height * 2;
          requestAnimationFrame(frame);
        }
      };
      requestAnimationFrame(frame);
    }),
  };
})();
return true;
