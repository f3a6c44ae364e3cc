import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'
import { cleanUpWith } from '../database.ts'

type State = 'whole' | 'mute' | 'halting'

/** A wire to a store, as it is now: it leads there or nowhere, takes everything and says nothing, or keeps an answer's last byte. */
export async function wireTo(url: string) {
  const far = new URL(url)
  const ends = new Set<Socket>()
  let state: State = 'whole'
  const near = createServer((socket) => {
    ends.add(socket.on('error', () => {}))
    if (state === 'mute') return void socket.resume()
    const other = connect(Number(far.port), far.hostname).on('error', () => socket.destroy())
    ends.add(other)
    if (state === 'whole') return void socket.pipe(other).pipe(socket)
    let last: Uint8Array = Buffer.alloc(0)
    socket.pipe(other).on('data', (come: Buffer) => {
      socket.write(Buffer.concat([last, come.subarray(0, -1)]))
      last = come.subarray(-1)
    })
  })
  near.listen(0, '127.0.0.1')
  await once(near, 'listening')
  const { port } = near.address() as AddressInfo
  const cut = async () => {
    const closed = near.listening ? once(near.close(), 'close') : null
    for (const end of ends) end.destroy()
    await closed
  }
  const mend = async (how: State = 'whole') => {
    await cut()
    state = how
    await once(near.listen(port, '127.0.0.1'), 'listening')
  }
  cleanUpWith(cut)
  return { url: url.replace(`:${far.port}/`, `:${port}/`), cut, mend }
}
