// Whoever has signed out leaves no list of a door behind in this phone. What happened there and waits names nobody.

if ('caches' in window) for (const name of await caches.keys()) if (name.startsWith('door ')) await caches.delete(name)
