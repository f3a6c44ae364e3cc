import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { connect, type Socket } from 'node:net'
import { expect, test, vi } from 'vitest'
import { startServer } from '../server.ts'
import { popularMeeting } from './meeting.ts'
import { often, report } from './report.ts'

const rounds = often(1, 20)

// Slow senders are given ten seconds.
vi.setConfig({ testTimeout: 60_000 + rounds * 20_000 })

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

/** Bytes that may be left unread when an answer is ready. */
const unread = 64 * 1024
const tooLong = `${head}content-length: 600000\r\n\r\n${'x'.repeat(600_000)}`

/** Each is answered by its form. */
const nonsense = [
  'email=a%00b%40example.org',
  'email=%ff%fe%40example.org',
  'email=a%40example.org&email=b%40example.org',
]

test('whatever comes over the wire, it is answered with a no, takes no memory, and everybody else is served meanwhile', async () => {
  const { url, pid, crowd } = await served()
  await crowd.signUp(url, 100)
  const before = memoryOf(pid)
  for (let round = 0; round < rounds; round += 1) {
    const answers = wrong.map(async ([what, bytes, status]) => [
      what,
      await answerOn(send(url, bytes), bytes.length > unread ? status : Number.NaN),
    ])
    const endless = Array.from({ length: 50 }, () => answerOn(send(url, `${head}content-length: 2e9\r\n\r\n`)))
    const large = Array.from({ length: 50 }, () => answerOn(send(url, tooLong), 413))
    const torn = Array.from({ length: 200 }, () => send(url, `${head}content-length: 100\r\n\r\nemail=`))
    for (const socket of torn) socket.end()
    const reset = Array.from({ length: 200 }, () => send(url, 'GET / HTTP/1.1\r\nhost: localhost\r\n\r\n'))
    for (const socket of reset) socket.once('connect', () => socket.resetAndDestroy())

    await crowd.signUp(url, 200)
    expect(await Promise.all(nonsense.map((body) => formed(url, body)))).toEqual([422, 422, 422])
    expect(await Promise.all(answers)).toEqual(wrong.map(([what, , status]) => [what, status]))
    expect(new Set(await Promise.all([...endless, ...large]))).toEqual(new Set([400, 413]))
    await crowd.signUp(url, 200)
  }
  expect([...crowd.others]).toEqual([])
  const grown = memoryOf(pid) - before
  expect(grown).toBeLessThan(150)
  report(
    'slow, huge and torn requests',
    `${rounds * (wrong.length + 500 + nonsense.length)} of them in ${rounds} rounds, with 64 connections signing up`,
    `400, 408, 413, 422 or 431 to each that waited for its answer; ${crowd.answered.size} sign-ups answered meanwhile, none refused; memory grew by ${grown} MB`,
  )
})

async function served() {
  const { env, crowd } = await popularMeeting(1_000_000)
  const { url, child } = await startServer(env)
  return { url, pid: Number(child.pid), crowd }
}

/** Megabytes of a process's own (Linux). */
function memoryOf(pid: number): number {
  return Math.round(Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024)
}

function send(url: string, bytes: string): Socket {
  const socket = connect(Number(new URL(url).port), '127.0.0.1')
  // The server may have closed before everything was sent.
  socket.on('error', () => {})
  socket.write(bytes, 'latin1')
  return socket
}

/**
 * `lost`: what stands for a no that came to grief. A server that closes while more is on its way than it reads resets the
 * connection, and what it said before may be lost with that (RFC 9112 9.6).
 */
async function answerOn(socket: Socket, lost = Number.NaN): Promise<number> {
  const answer = await once(socket, 'data').then(String, () => null)
  socket.destroy()
  return answer === null ? lost : Number(/^HTTP\/1\.1 (\d+)/.exec(answer)?.[1])
}

async function formed(url: string, body: string): Promise<number> {
  const headers = { 'content-type': 'application/x-www-form-urlencoded' }
  return (await fetch(`${url}/sign-in`, { method: 'POST', headers, body })).status
}
