import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net'
import { onTestFinished } from 'vitest'

/** The way to a server, that can be cut and mended. */
export async function proxyTo(url: string) {
  const { hostname, port } = new URL(url)
  const sockets = new Set<Socket>()
  const listening = new Set<() => void>()
  let losing: string | undefined
  let holding: { words: string; hold: (far: Socket, near: Socket) => void } | undefined
  let server = await listen(0)
  const { port: own } = server.address() as AddressInfo

  async function listen(at: number): Promise<Server> {
    const fresh = createServer((near) => {
      const far = connect(Number(port), hostname)
      for (const socket of [near, far]) sockets.add(socket.on('error', () => {}))
      near.pipe(far).pipe(near)
      near.on('data', (said) => {
        if (said.includes('LISTEN')) listening.add(() => far.unpipe(near).resume())
        if (losing && said.includes(losing)) far.unpipe(near.destroy()).resume()
        if (holding && said.includes(holding.words)) holding.hold(far, near)
      })
    })
    fresh.listen(at, '127.0.0.1')
    await once(fresh, 'listening')
    return fresh
  }

  async function cut() {
    const closed = once(server, 'close')
    server.close()
    for (const socket of sockets) socket.destroy()
    sockets.clear()
    await closed
  }

  async function mend() {
    server = await listen(own)
  }

  /** Who listens hears no more, and nothing tells them so: as on a line that a firewall has forgotten. */
  function deafen() {
    for (const stop of listening) stop()
  }

  /** From now on whoever says this is heard, but their line breaks before the answer. */
  function loseAnswersTo(words: string) {
    losing = words
  }

  /** The next answer to whoever says this waits here. Resolves, once it has come, with what lets it go. */
  function holdAnswerTo(words: string) {
    const { promise: come, resolve } = Promise.withResolvers<() => void>()
    const hold = (far: Socket, near: Socket) => {
      holding = undefined
      far.unpipe(near).once('readable', () => resolve(() => far.pipe(near)))
    }
    holding = { words, hold }
    return come
  }

  onTestFinished(async () => {
    if (server.listening) await cut()
  })
  return {
    url: Object.assign(new URL(url), { port: String(own) }).href,
    cut,
    mend,
    deafen,
    loseAnswersTo,
    holdAnswerTo,
  }
}
