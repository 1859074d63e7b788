/**
 * The service worker of the patrol form, and of nothing else: its scope is that one address. It keeps the last form
 * page and the files of the build that the page asks for. Data and every other page go past it untouched.
 */
const WORKER = `
const KEPT = "xuntu-patrol-1";
const isForm = (url) => /^\\/(en\\/)?admin\\/patrol\\/?$/.test(url.pathname);

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));

async function form(request) {
  const kept = await caches.open(KEPT);
  const key = new URL(request.url).pathname;
  try {
    const answer = await fetch(request);
    // Only the form itself is worth keeping: not a page that asks to sign in, and no error.
    if (answer.ok && (await answer.clone().text()).includes("data-patrol-form")) await kept.put(key, answer.clone());
    return answer;
  } catch (error) {
    const copy = await kept.match(key);
    if (copy) return copy;
    throw error;
  }
}

async function file(request) {
  const kept = await caches.open(KEPT);
  const copy = await kept.match(request);
  if (copy) return copy;
  const answer = await fetch(request);
  if (answer.ok) await kept.put(request, answer.clone());
  return answer;
}

self.addEventListener("fetch", (event) => {
  const url = new URL(event.request.url);
  if (event.request.method !== "GET" || url.origin !== self.location.origin) return;
  if (event.request.mode === "navigate" && isForm(url)) event.respondWith(form(event.request));
  // The names of these files change with their content.
  else if (url.pathname.startsWith("/_next/static/")) event.respondWith(file(event.request));
});

self.addEventListener("message", (event) => {
  // The page says which files it has loaded before the worker was there.
  if (Array.isArray(event.data?.files))
    event.waitUntil(caches.open(KEPT).then((kept) => kept.addAll(event.data.files)).catch(() => undefined));
  if (event.data?.page) event.waitUntil(form(new Request(event.data.page)).catch(() => undefined));
});
`;

export function GET(): Response {
  return new Response(WORKER, {
    headers: {
      "content-type": "text/javascript; charset=utf-8",
      // Lets a script under /api have the form's address as its scope.
      "service-worker-allowed": "/",
      "cache-control": "no-cache",
    },
  });
}
