import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readMessage } from '../../server/inbound/message.ts'
import { messageId } from '../../server/mail/compose.ts'
import { noor } from '../cast.ts'
import { bounce, bounceShapes } from './bounces.ts'
import { allElse, config, invited } from './invited.ts'
import { reply, shapes } from './mails.ts'

test('whatever strangers send, nothing changes, and the next message is read', { timeout: 120_000 }, async () => {
  const { db, kickoff, receive, answer } = await invited()
  const before = await allElse(db)
  // To a secret that nobody has: however whole a message stays, it must not be heeded.
  const said = { to: `kopa+${'1'.repeat(32)}@example.org`, uid: kickoff.id, attendee: noor.email }
  const returned = {
    to: 'kopa+b-none@example.org',
    recipient: noor.email,
    messageId: messageId({ id: 'none' }, config),
  }
  const whole = [
    ...Object.values(shapes).map((shape) => reply(shape, said)),
    ...Object.values(bounceShapes).map((shape) => bounce(shape, returned)),
  ]
  await fc.assert(
    fc.asyncProperty(mutilated(whole), async (raw) => await receive(raw)),
    { numRuns: 300 },
  )
  await receive(Buffer.alloc(0))
  await receive(Buffer.alloc(2_000_000, 'x'))
  await receive(nested(1000))
  await receive(nested(10_000, 'boundary*0'))
  await receive(Buffer.from(`Content-Type: text/calendar\r\n\r\n${'BEGIN:VCALENDAR\r\n'.repeat(20_000)}`))
  expect(await allElse(db)).toEqual(before)
  await answer(shapes.gmail)
  expect(await allElse(db)).not.toEqual(before)
})

/** Cut, doubled, swapped and overwritten. */
function mutilated(whole: readonly Buffer[]) {
  const damage = fc.record({ at: fc.nat(6000), length: fc.nat(400), bytes: fc.uint8Array({ maxLength: 40 }) })
  return fc
    .record({ raw: fc.constantFrom(...whole), damages: fc.array(damage, { minLength: 1, maxLength: 6 }) })
    .map(({ raw, damages }) =>
      damages.reduce((bytes, { at, length, bytes: put }) => {
        const from = at % (bytes.length + 1)
        return Buffer.concat([bytes.subarray(0, from), Buffer.from(put), bytes.subarray(from + length)])
      }, raw),
    )
}

function nested(depth: number, boundary = 'boundary'): Buffer {
  const open = Array.from(
    { length: depth },
    (_, i) => `Content-Type: multipart/mixed; ${boundary}=b${i}\r\n\r\n--b${i}\r\n`,
  )
  return Buffer.from(`From: a@example.org\r\n${open.join('')}Content-Type: text/plain\r\n\r\nHi\r\n`)
}

test('a message with addresses without end, or hidden boundaries, is not even parsed', async () => {
  const endless = Buffer.from(`To: ${'a:;'.repeat(200_000)}\r\n\r\nHi\r\n`)
  expect([await readMessage(endless), await readMessage(nested(100, 'boundary*0'))]).toEqual([null, null])
  expect(await readMessage(Buffer.from('To: kopa@example.org\r\n\r\nHi\r\n'))).not.toBeNull()
})
