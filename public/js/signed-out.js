// Whoever is not signed in keeps no list of a door: it names people. Steps still to be sent stay, by their ids.

for (const key of Object.keys(localStorage)) if (key.startsWith('door-known ')) localStorage.removeItem(key)
if ('caches' in globalThis) {
  const kept = (await caches.keys()).filter((name) => name.startsWith('door '))
  await Promise.all(kept.map((name) => caches.delete(name)))
}
