// Keeps the desk in this browser: from the second visit on it works without a network.
const STORE = `desk-${"VERSION"}`;
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
  const others = (await caches.keys()).filter((name) => name.startsWith('desk-') && name !== STORE);
  await Promise.all(others.map((name) => caches.delete(name)));
}

// Pages for learners are kept when they are first opened: to make them all takes the server a while.
async function kept(request) {
  const store = await caches.open(STORE);
  const wanted = request.mode === 'navigate' && request.url.split(/[?#]/)[0] === self.registration.scope ? 'index.html' : request;
  const found = await store.match(wanted, { ignoreSearch: true });
  if (found !== undefined) return found;
  const fetched = await fetch(request);
  if (fetched.ok && new URL(request.url).pathname.includes('/learn/')) await store.put(request, fetched.clone());
  return fetched;
}
