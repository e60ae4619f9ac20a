// Keeps the application itself, so that it opens without a network. What people write and read never passes here:
// the API is not cached, on a shared phone nothing of one person is left for the next.
const CACHE = 'elan-shell-2'
// The page as a visitor gets it. That of somebody signed in carries what they read: it is not kept.
const SHELL = '/index.html'

self.addEventListener('install', (event) => {
  event.waitUntil(
    caches.open(CACHE).then((cache) => cache.addAll([SHELL, '/manifest.webmanifest', '/icon.svg'])),
  )
  self.skipWaiting()
})

self.addEventListener('activate', (event) => {
  event.waitUntil(
    caches
      .keys()
      .then((names) => Promise.all(names.filter((name) => name !== CACHE).map((name) => caches.delete(name))))
      .then(() => self.clients.claim()),
  )
})

// After an update of Élan, the page that is kept asks for the new files.
async function keepShell() {
  await (await caches.open(CACHE)).add(SHELL)
}

async function page(event) {
  try {
    const fresh = await fetch(event.request)
    if (fresh.ok) event.waitUntil(keepShell().catch(() => {}))
    return fresh
  } catch {
    return (await caches.match(SHELL)) ?? Response.error()
  }
}

async function asset(request) {
  const kept = await caches.match(request)
  if (kept) return kept
  const fresh = await fetch(request)
  if (fresh.ok) await (await caches.open(CACHE)).put(request, fresh.clone())
  return fresh
}

self.addEventListener('fetch', (event) => {
  const { request } = event
  const url = new URL(request.url)
  if (request.method !== 'GET' || url.origin !== location.origin || url.pathname.startsWith('/api/')) return
  // A short link leads elsewhere: the browser itself asks for it, and is counted as one who followed it.
  if (url.pathname.startsWith('/s/')) return
  if (request.mode === 'navigate') event.respondWith(page(event))
  else if (url.pathname.startsWith('/assets/') || url.pathname === '/icon.svg')
    event.respondWith(asset(request))
})
