import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'
import { cleanUpWith } from '../database.ts'

/** A wire to a store, as it is now: it leads there, leads nowhere, or takes everything and says nothing. */
export async function wireTo(url: string) {
  const far = new URL(url)
  const ends = new Set<Socket>()
  let isMute = false
  const near = createServer((socket) => {
    ends.add(socket.on('error', () => {}))
    if (isMute) return void socket.resume()
    const other = connect(Number(far.port), far.hostname).on('error', () => socket.destroy())
    ends.add(other)
    socket.pipe(other).pipe(socket)
  })
  near.listen(0, '127.0.0.1')
  await once(near, 'listening')
  const { port } = near.address() as AddressInfo
  const cut = async () => {
    const closed = near.listening ? once(near.close(), 'close') : null
    for (const end of ends) end.destroy()
    await closed
  }
  const mend = async (how: 'mute' | 'whole' = 'whole') => {
    await cut()
    isMute = how === 'mute'
    await once(near.listen(port, '127.0.0.1'), 'listening')
  }
  cleanUpWith(cut)
  return { url: url.replace(`:${far.port}/`, `:${port}/`), cut, mend }
}
