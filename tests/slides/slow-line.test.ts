import { once } from 'node:events'
import { readdir } from 'node:fs/promises'
import { connect, type Socket } from 'node:net'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { freshFolder } from '../database.ts'
import { startServer } from '../server.ts'
import { pdf } from './papers.ts'
import { multipart, stories } from './table.ts'

// A slow line is given as much time as it needs, a silent one fifteen seconds.
vi.setConfig({ testTimeout: 90_000 })

test('a slow phone gets its slides through; whoever stops sending, or has no link, does not hold the line', async () => {
  const { db, bats, blog } = await stories(soon())
  await db.close()
  const dataDir = freshFolder()
  const { url } = await startServer({ DATABASE_URL: db.url, DATA_DIR: dataDir })
  const large = Buffer.concat([Buffer.from('%PDF-1.7\n%'), Buffer.alloc(900_000, 'x'), Buffer.from('\n'), pdf()])
  const [slow, silent, stranger] = [upload(url, bats), upload(url, blog), upload(url, { ...bats, token: 'nobody' })]
  const answers = [slow, silent, stranger].map((sending) => sending.answer)
  for (const sending of [silent, stranger]) sending.send(multipart(large, 'story.pdf').subarray(0, 2000))
  await slow.trickle(multipart(large, 'story.pdf'), 20)
  expect(await Promise.all(answers)).toEqual([303, 408, 404])
  expect(await readdir(join(dataDir, 'slides'))).toHaveLength(1)
})

function soon() {
  const startsAt = Temporal.Now.instant().add({ hours: 24 * 14 })
  return { startsAt, endsAt: startsAt.add({ hours: 2 }) }
}

function upload(url: string, { slot, token }: { slot: { id: string }; token: string }) {
  const socket = connect(Number(new URL(url).port), '127.0.0.1')
  socket.on('error', () => {})
  const head = `POST /speaker/${token}/slots/${slot.id}/slides HTTP/1.1\r\nhost: localhost\r\ncontent-type: multipart/form-data; boundary=cut\r\n`
  socket.write(`${head}content-length: ${multipart(pdf(), 'story.pdf').length + 900_011}\r\n\r\n`)
  return { send: (bytes: Buffer) => socket.write(bytes), answer: answerOn(socket), trickle: trickle(socket) }
}

/** In as many pieces as there are seconds. */
function trickle(socket: Socket) {
  return async (bytes: Buffer, seconds: number) => {
    const piece = Math.ceil(bytes.length / seconds)
    for (let at = 0; at < bytes.length; at += piece) {
      socket.write(bytes.subarray(at, at + piece))
      await new Promise((resume) => setTimeout(resume, 1_000))
    }
  }
}

async function answerOn(socket: Socket): Promise<number> {
  const [answer] = await once(socket, 'data')
  return Number(/^HTTP\/1\.1 (\d+)/.exec(String(answer))?.[1])
}
