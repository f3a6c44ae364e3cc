// The door's page in this phone, for when there is no network; gone when its meeting is over, or whoever it is signs out.

const { door, until } = document.querySelector('[data-door]').dataset
const name = `door ${until} ${door}`

/** The page as it is now, with whatever it is made of. */
export async function keepPage() {
  if (!('serviceWorker' in navigator) || Date.now() > Number(until)) return
  await navigator.serviceWorker.register('/worker.js', { scope: door })
  const cache = await caches.open(name)
  const page = await fetch(door, { headers: { accept: 'text/html' } })
  if (!page.ok || page.redirected) return
  await cache.put(door, page)
  const assets = performance.getEntriesByType('resource').map((entry) => entry.name)
  const own = new Set(assets.filter((address) => new URL(address).pathname.startsWith('/assets/')))
  for (const address of own) if (!(await cache.match(address))) await cache.add(address)
}

/** Who is in, by their ids: what the kept page shows was so when it was loaded. */
export function keepKnown(known) {
  localStorage.setItem(`door-known ${door}`, JSON.stringify({ ...known, earlier: [] }))
}

export function keptKnown() {
  return JSON.parse(localStorage.getItem(`door-known ${door}`))
}

/** Whoever may not stand at this door any more keeps no list of it. */
export async function forgetPage() {
  localStorage.removeItem(`door-known ${door}`)
  if ('caches' in window) await caches.delete(name)
}

/** Those of other meetings that are over: they name people. */
export async function forgetPages() {
  if (!('caches' in window)) return
  const doors = (await caches.keys()).filter((one) => one.startsWith('door '))
  for (const one of doors) if (Date.now() > Number(one.split(' ')[1])) await caches.delete(one)
}
