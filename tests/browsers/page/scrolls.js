// Put into a ready page: scrolls the column as a reader does, and tells what is seen.
window.column = (() => {
  const list = () => document.querySelector('[data-part=excerpts]');
  const rows = () => [...list().querySelectorAll('[data-excerpt], [data-statement], [data-line]')];
  // A row that stands in several groups is told apart by the heading above it.
  const key = (row) => {
    const { article, span } = row.dataset;
    return `${row.closest('article, .lines').querySelector('h3')?.textContent ?? ''} ${article} ${span}`;
  };
  const painted = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 0)));
  const isBlank = () => {
    const { left, top, width, height } = list().getBoundingClientRect();
    const isText = (share) => {
      const hit = document.elementFromPoint(left + width / 2, top + height * share);
      return hit !== null && hit !== list() && !hit.matches('.room') && list().contains(hit);
    };
    return ![0.1, 0.3, 0.5, 0.7, 0.9].some(isText);
  };
  const seen = () => {
    const { top, bottom } = list().getBoundingClientRect();
    return rows().filter((row) => {
      const frame = row.getBoundingClientRect();
      return frame.bottom > top + 1 && frame.top < bottom - 1;
    });
  };
  const walk = async (screens) => {
    const isDown = screens > 0;
    const all = [], known = new Map(), wrong = [];
    let blank = 0, most = 0, looked = 0;
    list().scrollTop = isDown ? 0 : list().scrollHeight;
    await painted();
    for (; looked < 3000; looked += 1) {
      const drawn = rows().map(key);
      if (!isDown) drawn.reverse();
      const first = known.get(drawn[0]) ?? all.length;
      drawn.forEach((row, i) => {
        if (first + i === all.length) {
          if (known.has(row)) wrong.push(row);
          known.set(row, all.length);
          all.push(row);
        } else if (all[first + i] !== row) wrong.push(row);
      });
      blank += isBlank();
      most = Math.max(most, document.querySelectorAll('*').length);
      const { scrollTop, clientHeight, scrollHeight } = list();
      if (isDown ? scrollTop + clientHeight >= scrollHeight - 1 : scrollTop <= 0) break;
      list().scrollTop += screens * clientHeight;
      await painted();
    }
    return { rows: isDown ? all : all.reverse(), wrong, blank, most, looked };
  };
  return {
    walk,
    seen: () => seen().map(key),
    drawn: () => rows().map(key),
    focused: () => {
      const row = document.activeElement.closest('[data-excerpt], [data-statement], [data-line]');
      return row && key(row);
    },
    // Jumps to shares of the whole, as a dragged scroll bar does.
    jump: async (shares) => {
      let blank = 0;
      for (const share of shares) {
        list().scrollTop = share * (list().scrollHeight - list().clientHeight);
        await painted();
        blank += isBlank();
      }
      return blank;
    },
    // Scrolls step by step; whatever is seen must move by the step, and by nothing else.
    steps: async (n, step) => {
      const shifts = [];
      for (let i = 0; i < n; i += 1) {
        const row = seen().at(step > 0 ? -1 : 0);
        const before = row.getBoundingClientRect().top;
        list().scrollBy(0, step);
        await painted();
        const moved = before - row.getBoundingClientRect().top;
        if (!row.isConnected || Math.abs(moved - step) > 1) shifts.push([i, moved]);
      }
      return shifts;
    },
    // What is seen stays where it is while nobody does anything.
    rest: async () => {
      const row = seen()[0];
      const before = row.getBoundingClientRect().top;
      await new Promise((done) => setTimeout(done, 500));
      return row.getBoundingClientRect().top - before;
    },
    print: async () => {
      const row = seen()[0];
      const before = row.getBoundingClientRect().top;
      window.dispatchEvent(new Event('beforeprint'));
      for (let i = 0; i < 20; i += 1) await null;
      const printed = rows().map(key);
      window.dispatchEvent(new Event('afterprint'));
      await painted();
      const now = seen()[0];
      return [printed, key(row) === key(now) ? now.getBoundingClientRect().top - before : null];
    },
  };
})();
return true;
