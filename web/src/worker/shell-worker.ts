/**
 * The service worker: keeps the page and the files of the phone on the phone, so that a reload without network shows the
 * app with what waits in it. Answers of the platform are never kept. Runs beside the pages and imports nothing.
 */
interface Lasting extends Event {
  waitUntil(work: Promise<unknown>): void;
}
interface Asked extends Lasting {
  readonly request: Request;
  readonly preloadResponse: Promise<Response | undefined>;
  respondWith(answer: Promise<Response>): void;
}
interface Worker {
  readonly registration: ServiceWorkerRegistration;
  readonly clients: { claim(): Promise<void> };
  skipWaiting(): Promise<void>;
  addEventListener(type: 'install' | 'activate', listener: (event: Lasting) => void): void;
  addEventListener(type: 'fetch', listener: (event: Asked) => void): void;
}
const worker = self as unknown as Worker;

/** The build writes both: see `build/phone-shell.mts`. The first file is the one that the page begins with. */
const VERSION = '__SHELL_VERSION__';
const FILES = '__SHELL_FILES__'.split(' ');
const PREFIX = 'hanan.shell.';
const NAME = PREFIX + VERSION;
const PAGE = '/index.html';
/** A page that is not there by then is taken from this phone. */
const PATIENCE_MS = 3_000;
const BROKEN = 500;
/** The desk's files are not kept, and what the platform answers is not a page. */
const NOT_KEPT = /^\/(api|health|metrics|\.well-known|console|wall)(\/|$)/;

/** All or nothing: a version that did not arrive whole is fetched again another day. */
async function keepVersion(): Promise<void> {
  const cache = await caches.open(NAME);
  const page = await whole(await fetch(PAGE, { cache: 'no-store' }));
  const begins = await page.clone().text();
  if (!begins.includes(FILES[0] ?? PAGE)) throw new Error('the page is of another version than this worker');
  // one after the other: the page that is open comes first on a weak line
  for (const file of FILES) await cache.put(file, (await caches.match(file)) ?? (await whole(await fetch(file))));
  await cache.put(PAGE, page);
}

async function whole(answer: Response): Promise<Response> {
  if (!answer.ok) throw new Error(`${answer.url} was answered ${answer.status}`);
  return answer;
}

/** The version before stays: a page that is open may still ask for its files. */
async function dropOldVersions(): Promise<void> {
  const others = (await caches.keys()).filter((name) => name.startsWith(PREFIX) && name !== NAME);
  await Promise.all(others.slice(0, -1).map((name) => caches.delete(name)));
}

async function takeOver(): Promise<void> {
  await dropOldVersions();
  await worker.registration.navigationPreload?.enable();
  await worker.clients.claim();
}

const fromNetwork = async ({ request, preloadResponse }: Asked): Promise<Response> =>
  (await preloadResponse) ?? fetch(request);

/** The platform's page is always the newest; this phone's own is whole and of one version. */
async function pageFor(asked: Asked): Promise<Response> {
  const fresh = fromNetwork(asked);
  const inTime = await Promise.race([fresh.catch(() => null), patience()]);
  if (inTime && inTime.status < BROKEN) return inTime;
  const kept = await (await caches.open(NAME)).match(PAGE);
  return kept ?? fresh;
}

const patience = (): Promise<null> => new Promise((resolve) => setTimeout(() => resolve(null), PATIENCE_MS));

const fileFor = async (request: Request): Promise<Response> =>
  (await caches.match(request, { ignoreVary: true })) ?? fetch(request);

worker.addEventListener('install', (event) => event.waitUntil(keepVersion().then(() => worker.skipWaiting())));
worker.addEventListener('activate', (event) => event.waitUntil(takeOver()));
worker.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== location.origin) return;
  if (request.mode === 'navigate') event.respondWith(NOT_KEPT.test(pathname) ? fromNetwork(event) : pageFor(event));
  else if (pathname.startsWith('/assets/')) event.respondWith(fileFor(request));
});
