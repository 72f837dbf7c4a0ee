// Measures three engines over the same texts in the same browser; `bench_search` says which, and when.
// `search` of an engine takes the words, and how they are meant: "words" (all of them, whole), "prefix" (words may go on) or "phrase" (in this order).
const fold = (text) => {
  const words = text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return ` ${words.join(' ')} `;
};

const engines = {
  dateline: () => ({
    build: () => {},
    search: (words, manner) => bench.searcher.find(
      manner === 'prefix' ? words.join(' ') : manner === 'phrase' ? `"${words.join(' ')}"` : words.map((w) => `"${w}"`).join(' ')),
  }),
  minisearch: () => {
    const index = new MiniSearch({ fields: ['text'] });
    return {
      build: (texts) => index.addAll(texts.map((text, id) => ({ id, text }))),
      search: (words, manner) => index.search(words.join(' '), { combineWith: 'AND', prefix: manner === 'prefix' }).map((hit) => hit.id),
    };
  },
  'flexsearch strict': (n) => flexsearch('strict', n),
  'flexsearch forward': (n) => flexsearch('forward', n),
};

function flexsearch(tokenize, n) {
  const index = new FlexSearch.Index({ tokenize });
  return {
    build: (texts) => texts.forEach((text, id) => index.add(id, text)),
    search: (words) => index.search(words.join(' '), { limit: n }),
  };
}

const bench = {
  // Fetches the texts, cuts them with our program, and makes the plain scan's view of them.
  async load(unit) {
    await wasm_bindgen({ module_or_path: 'ours.wasm' });
    const articles = await (await fetch('articles.json')).json();
    bench.searcher = new wasm_bindgen.Searcher();
    for (const text of articles) bench.searcher.add(text);
    let began = performance.now();
    bench.searcher.open();
    const open = performance.now() - began;
    began = performance.now();
    const bytes = bench.searcher.index();
    const index = performance.now() - began;
    const of = bench.searcher.articles();
    bench.texts = unit === 'article' ? articles : Array.from(of, (_, i) => bench.searcher.sentence(i));
    bench.folded = bench.texts.map(fold);
    return { open, index, bytes, texts: bench.texts.length, sentences: of.length };
  },

  // Searches that find something: words of all frequencies, and words that stand together.
  searches(times) {
    const counts = new Map();
    for (const text of bench.folded) for (const word of new Set(text.trim().split(' '))) counts.set(word, (counts.get(word) ?? 0) + 1);
    const words = [...counts].filter(([word]) => word.length > 2).sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([word]) => word);
    const rank = (i) => Math.min(words.length - 1, Math.floor(words.length ** ((i + 0.5) / times)) - 1);
    const one = Array.from({ length: times }, (_, i) => words[rank(i)]);
    const together = Array.from({ length: times }, (_, i) => {
      const text = bench.folded[Math.floor(bench.folded.length * (i + 0.5) / times)].trim().split(' ');
      const at = Math.floor(Math.max(0, text.length - 5) / 2);
      return text.slice(at, at + 5);
    }).filter((words) => words.length === 5);
    bench.kinds = {
      'one word': one.map((word) => [[word], 'words']),
      'three words': together.map(([a, , b, , c]) => [[a, b, c], 'words']),
      'beginning of a word': one.map((word) => [[word.slice(0, Math.max(3, word.length - 3))], 'prefix']),
      'phrase of three': together.map((words) => [words.slice(0, 3), 'phrase']),
    };
    return words.length;
  },

  make(name) {
    bench.engine = engines[name](bench.texts.length);
    const began = performance.now();
    bench.engine.build(bench.texts);
    return performance.now() - began;
  },

  // For each kind: milliseconds of each search, and hits found, wanted and both.
  ask() {
    const told = {};
    for (const [kind, searches] of Object.entries(bench.kinds)) {
      told[kind] = searches.map(([words, manner]) => {
        const hits = new Set(bench.engine.search(words, manner));
        let n = 0;
        const began = performance.now();
        // The clock is coarse: a search is repeated until there is something to read.
        do { bench.engine.search(words, manner); n += 1; } while (performance.now() - began < 5);
        const millis = (performance.now() - began) / n;
        let wanted = 0, both = 0;
        bench.folded.forEach((text, i) => {
          const holds = manner === 'prefix' ? words.every((w) => text.includes(` ${w}`))
            : manner === 'phrase' ? text.includes(` ${words.join(' ')} `)
            : words.every((w) => text.includes(` ${w} `));
          if (!holds) return;
          wanted += 1;
          if (hits.has(i)) both += 1;
        });
        return [millis, hits.size, wanted, both];
      });
    }
    return told;
  },
};
window.bench = bench;
