import { once } from 'node:events'
import { type AddressInfo, createServer } from 'node:net'
import { onTestFinished } from 'vitest'

/** A mail server that takes every letter and keeps its Message-ID alone, as often as it comes. */
export async function letterSink() {
  const ids: string[] = []
  const server = createServer((socket) => {
    let [buffer, isContent] = ['', false]
    socket.on('error', () => {})
    socket.write('220 sink\r\n')
    socket.on('data', (bytes) => {
      buffer += bytes.toString('latin1')
      for (let end = next(); end >= 0; end = next()) {
        const said = buffer.slice(0, end)
        buffer = buffer.slice(end + (isContent ? 5 : 2))
        if (isContent) ids.push(/^Message-ID: <([^@]+)@/im.exec(said)?.[1] ?? said)
        isContent = !isContent && /^DATA/i.test(said)
        socket.write(isContent ? '354 Go on\r\n' : '250 Fine\r\n')
      }
    })
    const next = () => buffer.indexOf(isContent ? '\r\n.\r\n' : '\r\n')
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => void server.close())
  return { ids, url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}` }
}
