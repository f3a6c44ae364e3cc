import fc from 'fast-check'
import MailComposer from 'nodemailer/lib/mail-composer'
import { expect, test } from 'vitest'
import { compose } from '../../server/mail/compose.ts'
import { putTogether } from '../../server/mail/in-one-piece.ts'
import type { Written } from '../../server/mail/written.ts'
import { now } from '../world.ts'
import { config } from './config.ts'

test('a letter in one piece is, byte by byte, what nodemailer makes of it piece by piece', async () => {
  await fc.assert(
    fc.asyncProperty(written(prose.filter((text) => !spaced.test(text))), async (letter) => {
      const [ours, theirs] = await bothWays(letter)
      expect(ours.toString('latin1')).toBe(theirs.toString('latin1'))
    }),
    { numRuns: 200 },
  )
})

// nodemailer holds such an ending back, and has broken the line before it comes.
test('where texts end in white space only soft line breaks differ, in lines no longer than nodemailer’s', async () => {
  await fc.assert(
    fc.asyncProperty(written(prose.map((text) => `${text} `)), async (letter) => {
      const [ours, theirs] = await bothWays(letter)
      expect(unbroken(ours)).toBe(unbroken(theirs))
      expect(longestLine(ours)).toBeLessThanOrEqual(Math.max(76, longestLine(theirs)))
    }),
    { numRuns: 200 },
  )
})

test('nothing is read from elsewhere into a letter', () => {
  const mail = new MailComposer({ text: { path: '/etc/hostname' } }).compile()
  expect(() => putTogether(mail)).toThrow('A letter holds text and bytes alone.')
})

const addressed = { id: 'letter', recipient: 'noor@example.org' }

/** What mail has trouble with: long lines, spaces at their ends, dots alone, breaks of all kinds, other scripts. */
const odd = fc.constantFrom(
  '.',
  '\r\n',
  '\n',
  '\r',
  ' \n',
  '\t',
  '=',
  '=\r\n',
  '--b',
  'ā',
  'Ж',
  '🎉',
  'a'.repeat(90),
  ' ',
)
const prose = fc.array(fc.oneof(odd, fc.string({ unit: 'grapheme' })), { maxLength: 30 }).map((parts) => parts.join(''))
const spaced = /[ \t\r]$/
const bytes = fc.uint8Array({ maxLength: 300 }).map((some) => Buffer.from(some))

const written = (text: fc.Arbitrary<string>): fc.Arbitrary<Written> => {
  const content = text.filter(Boolean)
  return fc.record(
    {
      subject: prose,
      text,
      html: text,
      calendar: fc.record({ method: fc.constantFrom('REQUEST', 'CANCEL'), content }),
      files: fc.array(fc.record({ name: fc.constantFrom('a.ics', 'ziņa.ics'), content }), { maxLength: 2 }),
      pictures: fc.array(fc.record({ cid: fc.constant('code'), name: fc.constant('door.png'), content: bytes }), {
        maxLength: 1,
      }),
    },
    { requiredKeys: ['subject', 'text', 'html'] },
  )
}

async function bothWays(letter: Written): Promise<[ours: Buffer, theirs: Buffer]> {
  const mail = { ...compose(addressed as never, letter, { config, first: null, date: now }), baseBoundary: 'b' }
  const whole = new MailComposer(mail).compile()
  putTogether(whole)
  return [await whole.build(), await new MailComposer(mail).compile().build()]
}

function longestLine(raw: Buffer): number {
  return Math.max(
    ...raw
      .toString('latin1')
      .split('\r\n')
      .map(({ length }) => length),
  )
}

/** Without the breaks that mean nothing (RFC 2045, 6.7). */
function unbroken(raw: Buffer): string {
  return raw.toString('latin1').replaceAll('=\r\n', '')
}
