// Keeps the desk in this browser: from the second visit on it works without a network.
// Two desks of one web server, each in a folder of its own, keep their files apart.
const OWN = `desk ${self.registration.scope} `;
const STORE = `${OWN}${"VERSION"}`;
const FILES = ["FILES"];

self.addEventListener('install', (event) => {
  event.waitUntil(keepAll().then(() => self.skipWaiting()));
});

self.addEventListener('activate', (event) => {
  event.waitUntil(forgetOthers().then(() => self.clients.claim()));
});

self.addEventListener('fetch', (event) => {
  const url = new URL(event.request.url);
  if (event.request.method === 'GET' && url.origin === self.location.origin) event.respondWith(kept(event.request));
});

async function keepAll() {
  const store = await caches.open(STORE);
  await store.addAll(FILES);
}

async function forgetOthers() {
  const others = (await caches.keys()).filter((name) => name.startsWith(OWN) && name !== STORE);
  await Promise.all(others.map((name) => caches.delete(name)));
}

// Pages for learners and fonts with all characters are kept when they are first fetched: few need them all.
async function kept(request) {
  const store = await caches.open(STORE);
  const wanted = request.mode === 'navigate' && request.url.split(/[?#]/)[0] === self.registration.scope ? 'index.html' : request;
  const found = await store.match(wanted, { ignoreSearch: true });
  if (found !== undefined) return found;
  const fetched = await fetch(request);
  if (fetched.ok && /\/(?:learn|fonts\/whole)\//.test(new URL(request.url).pathname)) await store.put(request, fetched.clone());
  return fetched;
}
