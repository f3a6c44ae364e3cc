import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { expect, test, vi } from 'vitest'
import { startServer } from '../server.ts'
import { world } from '../world.ts'

// Slow senders are given ten seconds.
vi.setConfig({ testTimeout: 60_000 })

const head = 'POST /sign-in HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/x-www-form-urlencoded\r\n'

const wrong: [string, string, number][] = [
  ['no HTTP at all', 'NONSENSE\r\n\r\n', 400],
  ['TLS', '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03', 400],
  ['a NUL in the address', 'GET /\0 HTTP/1.1\r\nhost: localhost\r\n\r\n', 400],
  ['a line break in a header', 'GET / HTTP/1.1\r\nhost: localhost\r\nx: a\nb\r\n\r\n', 400],
  ['no host', 'GET / HTTP/1.1\r\n\r\n', 400],
  ['a header without end', `GET / HTTP/1.1\r\nhost: localhost\r\nx: ${'x'.repeat(20_000)}\r\n\r\n`, 431],
  ['headers without end', `GET / HTTP/1.1\r\nhost: localhost\r\n${'x: y\r\n'.repeat(3_000)}\r\n`, 431],
  ['an address without end', `GET /${'x'.repeat(20_000)} HTTP/1.1\r\nhost: localhost\r\n\r\n`, 431],
  ['two lengths', `${head}content-length: 1\r\ncontent-length: 2\r\n\r\nab`, 400],
  ['a length and chunks', `${head}content-length: 1\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n`, 400],
  ['a length that is none', `${head}content-length: -1\r\n\r\n`, 400],
  ['chunks that are none', `${head}transfer-encoding: chunked\r\n\r\nzz\r\n\r\n`, 400],
  ['a body announced too long', `${head}content-length: 10485760\r\n\r\nx`, 413],
  ['chunks without end', `${head}transfer-encoding: chunked\r\n\r\n50000\r\n${'x'.repeat(0x50000)}\r\n`, 413],
  ['a header sent slowly', 'GET / HTTP/1.1\r\nhost: loc', 408],
  ['a body sent slowly', `${head}content-length: 100\r\n\r\nemail=`, 408],
]

test('whatever comes over the wire, it is answered with a no, and everybody else is served meanwhile', async () => {
  const { url } = await served()
  const answers = wrong.map(async ([what, bytes]) => [what, await answerOn(send(url, bytes))])
  const torn = Array.from({ length: 20 }, () => send(url, `${head}content-length: 100\r\n\r\nemail=`))
  for (const socket of torn) socket.end()
  const reset = Array.from({ length: 20 }, () => send(url, 'GET / HTTP/1.1\r\nhost: localhost\r\n\r\n'))
  for (const socket of reset) socket.once('connect', () => socket.resetAndDestroy())

  expect(await statusOf(url)).toBe(200)
  expect(await Promise.all(answers)).toEqual(wrong.map(([what, , status]) => [what, status]))
  expect(await statusOf(url)).toBe(200)
})

async function served() {
  const { db } = await world()
  await db.close()
  return await startServer({ DATABASE_URL: db.url })
}

function send(url: string, bytes: string): Socket {
  const socket = connect(Number(new URL(url).port), '127.0.0.1')
  // The server may have closed before everything was sent.
  socket.on('error', () => {})
  socket.write(bytes, 'latin1')
  return socket
}

async function answerOn(socket: Socket): Promise<number> {
  const [answer] = await once(socket, 'data')
  socket.destroy()
  return Number(/^HTTP\/1\.1 (\d+)/.exec(String(answer))?.[1])
}

async function statusOf(url: string): Promise<number> {
  return (await fetch(`${url}/gen-y-city/kickoff`)).status
}
