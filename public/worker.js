// Serves a door's page while there is no network. `js/door-kept.js` fills the caches; each is named by when it is over.

const isKept = (name) => name.startsWith('door ')
const isOver = (name) => Date.now() > Number(name.split(' ')[1])

addEventListener('install', () => skipWaiting())
addEventListener('activate', (event) => event.waitUntil(clients.claim()))
addEventListener('fetch', (event) => {
  const { request } = event
  const { pathname, origin } = new URL(request.url)
  if (request.method !== 'GET' || origin !== location.origin) return
  if (request.mode === 'navigate') event.respondWith(page(request))
  else if (pathname.startsWith('/assets/')) event.respondWith(asset(request))
})

/** The network's own, if it comes in time. */
async function page(request) {
  const patience = new AbortController()
  const late = setTimeout(() => patience.abort(), 8_000)
  try {
    const answer = await fetch(request, { signal: patience.signal })
    // It has begun to come: a weak network may take its time over the rest.
    clearTimeout(late)
    return answer
  } catch (error) {
    const found = await kept(request)
    if (found) return found
    throw error
  }
}

/** Their addresses hold the hash of what is in them. */
async function asset(request) {
  return (await kept(request)) ?? (await fetch(request))
}

async function kept(request) {
  for (const name of (await caches.keys()).filter(isKept)) {
    if (isOver(name)) await caches.delete(name)
    else {
      const found = await (await caches.open(name)).match(request, { ignoreSearch: true, ignoreVary: true })
      if (found) return found
    }
  }
}
