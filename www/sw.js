// Service worker of the hosted form: after one visit the page opens without a network.
//
// With a network the page is asked for anew, so that a release arrives at once; without one it comes from the copy.
// Parts that carry a hash in their name never change and come from the copy first.
// It answers only for this site's own GET requests, and drops parts that the newest page no longer names.
const COPY = 'dateline-1';
const HASHED = /-[0-9a-f]{8,}[._]/;

const name_of = (address) => new URL(address).pathname.split('/').pop();

// The addresses of the parts that a page names, its own site's only, each once.
const parts_of = (html, base) => {
  const named = [...html.matchAll(/(?:src|href|data-js|data-wasm)="([^"#]+)"/g)];
  const addresses = named.map(([, address]) => new URL(address, base));
  return [...new Set(addresses.filter(({ origin }) => origin === location.origin).map(({ href }) => href))];
};

const keep = async (request, answer) => {
  if (answer.ok && answer.type === 'basic') {
    const copy = await caches.open(COPY);
    await copy.put(request, answer.clone());
  }
  return answer;
};

const newest = async (request) => {
  try {
    return await keep(request, await fetch(request));
  } catch (error) {
    const kept = await caches.match(request, { ignoreSearch: true });
    if (kept) return kept;
    throw error;
  }
};

const kept_first = async (request) => (await caches.match(request)) ?? newest(request);

const take_whole = async () => {
  const copy = await caches.open(COPY);
  const answer = await fetch('./', { cache: 'no-cache' });
  if (!answer.ok) throw new Error(`the page answers ${answer.status}`);
  const parts = parts_of(await answer.clone().text(), answer.url);
  await copy.put('./', answer);
  await copy.addAll(parts);
  for (const request of await copy.keys()) {
    if (HASHED.test(name_of(request.url)) && !parts.includes(request.url)) await copy.delete(request);
  }
};

self.addEventListener('install', (event) => {
  event.waitUntil(take_whole().then(() => self.skipWaiting()));
});

self.addEventListener('activate', (event) => {
  event.waitUntil(self.clients.claim());
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.method !== 'GET' || new URL(request.url).origin !== location.origin) return;
  event.respondWith(HASHED.test(name_of(request.url)) ? kept_first(request) : newest(request));
  // A page that was just shown may name parts of a newer release.
  if (request.mode === 'navigate') event.waitUntil(take_whole().catch(() => {}));
});
