// Keeps the app for a start without network: every file of one build, and what the firm publishes.
//
// `BUILD` is written before this text when the app is built: its name, and every file with the hash of
// its content. What belongs to an account is never kept. A newer build waits until the page agrees.

const SHELL = `evergreen-${BUILD.name}`;
const DOCUMENTS = 'evergreen-documents';

/** The hashes of a cache's files, under an address that no page asks for. */
const HASHES = '/hashes.json';

/** What the firm publishes, the same for everybody. */
const PUBLISHED = /^\/api\/((firm|shelf)\.bin|articles(\/.*)?|glossary|talks|samples)$/;

/** What is fetched with the shell, so that a first visit is enough. */
const FIRST = ['/api/firm.bin', '/api/shelf.bin', '/api/articles', '/api/glossary', '/api/talks', '/api/samples'];

/** The list of articles: where it has changed, so may have any of them. */
const INDEX = '/api/articles';

/** Every article of a language in one document; each is kept by itself, as pages ask for it. */
const BUNDLES = ['/api/articles/all/zh', '/api/articles/all/en'];

/** What is kept last of all. */
const LAST = '/api/articles/text/en';

/** How long a document may keep somebody waiting who has one already, in milliseconds. */
const PATIENCE = 4_000;

self.addEventListener('install', (event) => event.waitUntil(keepShell()));
self.addEventListener('activate', (event) => event.waitUntil(forgetOlder().then(() => self.clients.claim())));
self.addEventListener('message', (event) => {
  if (event.data === 'take over') self.skipWaiting();
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== self.location.origin) return;
  if (PUBLISHED.test(url.pathname)) event.respondWith(published(event));
  else if (url.pathname in BUILD.files) event.respondWith(file(request, url.pathname));
  else if (url.pathname.startsWith('/app-')) event.respondWith(older(request));
  else if (request.mode === 'navigate' && isPage(url.pathname)) event.respondWith(file(request, '/'));
});

/** An address of the app rather than of the server. */
function isPage(path) {
  return !/^\/(api|metrics|healthz|readyz)(\/|$)/.test(path) && !path.split('/').pop().includes('.');
}

/** Every file of the build; what an older build has with the same content is not fetched again. */
async function keepShell() {
  const shell = await caches.open(SHELL);
  const before = await earlier();
  const keep = async ([path, hash]) => {
    const known = before.get(hash);
    const answer = (known && (await caches.match(known))) ?? (await fetched(path));
    await shell.put(path, answer);
  };
  await Promise.all(Object.entries(BUILD.files).map(keep));
  await shell.put(HASHES, new Response(JSON.stringify(BUILD.files)));
  const documents = await caches.open(DOCUMENTS);
  // The app works without them: each page says what it lacks.
  await Promise.allSettled(FIRST.map(async (path) => documents.put(path, await fetched(path))));
  // After everything a page may be waiting for.
  await keepArticles(documents);
}

/** Every article, and the texts to search in; what cannot be had now is kept when it is read. */
async function keepArticles(documents) {
  const keep = async (bundle) => {
    const { articles, texts } = await (await fetched(bundle)).json();
    const lang = bundle.split('/').pop();
    const put = (name, what) => documents.put(`/api/articles/${name}/${lang}`, Response.json(what));
    await Promise.all(articles.map((article) => put(article.card.slug, article)));
    await put('text', texts);
  };
  for (const bundle of BUNDLES) await keep(bundle).catch(() => {});
}

async function fetched(path) {
  // What carries its hash in its name is in the browser's own cache already.
  const cache = path.startsWith('/app-') ? 'default' : 'no-cache';
  const answer = await fetch(path, { cache, headers: { accept: path === '/' ? 'text/html' : '*/*' } });
  if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
  return answer;
}

/** The paths of the files of older builds, by the hash of their content. */
async function earlier() {
  const paths = new Map();
  for (const name of await olderShells()) {
    const hashes = await (await (await caches.open(name)).match(HASHES))?.json();
    for (const [path, hash] of Object.entries(hashes ?? {})) paths.set(hash, path);
  }
  return paths;
}

async function olderShells() {
  return (await caches.keys()).filter((name) => name.startsWith('evergreen-app-') && name !== SHELL);
}

/** Keeps this build and the one before it: another window may still run that one. */
async function forgetOlder() {
  const older = await olderShells();
  await Promise.all(older.slice(0, -1).map((name) => caches.delete(name)));
}

/** A file of this build. */
async function file(request, path) {
  const kept = await (await caches.open(SHELL)).match(path);
  return kept ?? fetch(request);
}

/** A file of the build before, for a window that still runs it. */
async function older(request) {
  return (await caches.match(request)) ?? fetch(request);
}

/** What the firm publishes: as it is now, or else as it was last. */
async function published(event) {
  const { request } = event;
  const documents = await caches.open(DOCUMENTS);
  const kept = await documents.match(request);
  const news = fetch(request).then(async (answer) => {
    if (answer.ok) await documents.put(request, answer.clone());
    return answer;
  });
  if (new URL(request.url).pathname === INDEX) event.waitUntil(renewArticles(documents, kept, news));
  if (!kept) return news;
  const late = new Promise((give) => setTimeout(give, PATIENCE, kept.clone()));
  return Promise.race([news.catch(() => kept), late]);
}

/** Keeps every article anew where their list has changed, or where that failed before. */
async function renewArticles(documents, kept, news) {
  const tag = (answer) => answer?.headers.get('etag');
  const answer = await news.catch(() => undefined);
  const same = tag(kept) === tag(answer) && (await documents.match(LAST));
  if (answer?.ok && !same) await keepArticles(documents);
}
