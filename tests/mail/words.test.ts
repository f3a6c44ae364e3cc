import { HtmlValidate } from 'html-validate'
import { simpleParser } from 'mailparser'
import { expect, onTestFinished, test, vi } from 'vitest'
import { locales } from '../../db/languages.ts'
import { days, letters } from '../../db/schema.ts'
import { asFile, compose } from '../../server/mail/compose.ts'
import type { Written } from '../../server/mail/written.ts'
import { registrationWriters } from '../../server/registrations/letters/letters.ts'
import { register } from '../../server/registrations/register.ts'
import { noor } from '../cast.ts'
import { unfinished } from '../unfinished.ts'
import { now, world } from '../world.ts'
import { config } from './config.ts'
import { type Situation, situations, writtenIn } from './situations.ts'

test.each(situations)(
  '$kind to somebody who is $status is complete and says the same twice, in four languages',
  async (one) => {
    for (const { locale, written } of await writtenIn(one, locales)) {
      for (const words of [written.subject, written.text, visible(written.html)]) {
        for (const wrong of [unfinished, /\.\./]) expect(words).not.toMatch(wrong)
      }
      expect(written.text).not.toContain('Noor')
      expect(written.html).toContain(`<html lang="${locale}">`)
      expect(Buffer.byteLength(written.html)).toBeLessThan(20_000)
      expect(written.html).not.toMatch(/<script|<img|<link|@import|url\(/i)
      expect(wordsOf(visible(written.html))).toEqual(expect.arrayContaining(wordsOf(withoutLinks(written.text))))
      expect(linksIn(written.html).sort()).toEqual(linksIn(written.text).sort())
      expect(written.calendar?.method ?? null).toBe(one.calendar)
    }
  },
)

test.each(situations)('$kind to somebody who is $status begins differently in each language', async (one) => {
  const leads = (await writtenIn(one, locales)).map(({ written }) => written.text.split('\n')[0])
  expect(new Set(leads).size).toBe(4)
})

test('letters that only tell and letters that want an answer have different subjects', async () => {
  const subjects = await Promise.all(
    situations.slice(0, 4).map(async (one) => (await inEnglish(one)).subject.split(':')[0]),
  )
  expect(new Set(subjects).size).toBe(4)
})

test('a changed meeting shows what it was beside what it is', async () => {
  const one = situations.find(({ kind }) => kind === 'changed') ?? expect.unreachable()
  const [{ written } = expect.unreachable()] = await writtenIn(one, ['lv'])
  expect(written.text).toContain(
    [
      'Tikšanās: Atklāšana',
      '  Bija: Vecais nosaukums',
      'Kad: Sestdien, 2026. gada 12. decembrī, 17.00–19.30 (Austrumeiropas ziemas laiks)',
      '  Bija: Piektdien, 2026. gada 11. decembrī, 18.00–20.00',
      'Kur: Jaunatnes māja, Parādes iela 1, Daugavpils',
      '  Bija: Vecā vieta, Parādes iela 1, Daugavpils',
      'Kā iekļūt: Ieeja no pagalma.',
      'Tiešsaistē: https://example.org/meet',
      '  Bija: https://example.org/old',
    ].join('\n'),
  )
})

test('markup and line breaks in a title stay words: in the HTML, in the subject, in the calendar', async () => {
  const title = { lv: '<script>alert("x")</script>\r\nBcc: victim@example.org\r\n\r\n<b>', en: 'x' }
  const [{ letter, written } = expect.unreachable()] = await writtenIn({ ...confirmed, meeting: { title } }, ['lv'])
  expect(written.html).not.toContain('<script')
  expect(written.html).not.toContain('<b>')
  const mail = await simpleParser(await asFile(compose(letter, written, { config, first: null, date: now })))
  expect([...mail.headers.keys()]).not.toContain('bcc')
  expect(mail.subject).toBe('Tev ir vieta: <script>alert("x")</script> Bcc: victim@example.org <b>')
  expect(mail.to).toMatchObject({ value: [{ address: 'lv@example.org' }] })
  expect(written.calendar?.content).not.toMatch(/^Bcc/m)
})

test('the HTML is valid', async () => {
  const validator = new HtmlValidate({ extends: ['html-validate:standard'], rules: { 'no-inline-style': 'off' } })
  for (const one of situations) {
    const [{ written } = expect.unreachable()] = await writtenIn(one, ['uk'])
    const report = await validator.validateString(written.html)
    expect(
      report.results.flatMap(({ messages }) => messages.map(({ ruleId, message }) => `${ruleId}: ${message}`)),
    ).toEqual([])
  }
})

test('the zone of the meeting counts, not that of the server', async () => {
  onTestFinished(() => void vi.unstubAllEnvs())
  const springNight = {
    zone: 'America/New_York',
    startsAt: Temporal.Instant.from('2027-03-14T05:30:00Z'),
    endsAt: Temporal.Instant.from('2027-03-14T07:30:00Z'),
  }
  const texts: string[] = []
  for (const zone of ['Pacific/Auckland', 'America/Los_Angeles']) {
    vi.stubEnv('TZ', zone)
    expect(Temporal.Now.timeZoneId()).toBe(zone)
    texts.push((await inEnglish({ ...confirmed, meeting: springNight })).text)
  }
  expect(texts[0]).toContain('When: Sunday, 14 March 2027, 00:30–03:30 (Eastern Standard Time)')
  expect(texts[1]).toBe(texts[0])
})

test('a meeting of several days names each with its hours', async () => {
  const { db, project, kickoff, pupils } = await world({ endsAt: Temporal.Instant.from('2026-12-13T10:00:00Z') })
  await db.transact(
    async (tx) => {
      await tx.update(days).set({ endsAt: kickoff.startsAt.add({ hours: 2 }) })
      const startsAt = kickoff.endsAt.subtract({ hours: 1 })
      await tx.insert(days).values({ meetingId: kickoff.id, startsAt, endsAt: kickoff.endsAt })
    },
    { touches: 'nothing' },
  )
  await register(db, project, kickoff, { ...noor, groupId: pupils.id }, now)
  const [letter = expect.unreachable()] = await db.select().from(letters)
  const written = await registrationWriters.confirmation(db, letter, { config, now })
  expect(written?.text).toContain(
    'When: Saturday, 12 December 2026, 17:00–19:00\nSunday, 13 December 2026, 11:00–12:00 (Eastern European Standard Time)',
  )
})

const confirmed: Situation = { kind: 'confirmation', status: 'confirmed', calendar: 'REQUEST' }

async function inEnglish(one: Situation): Promise<Written> {
  const [{ written } = expect.unreachable()] = await writtenIn(one, ['en'])
  return written
}

function visible(html: string): string {
  const body = html.replace(/^[\s\S]*<body/, '<body').replace(/<[^>]+>/g, ' ')
  return body.replaceAll('&#39;', "'").replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&amp;', '&')
}

function wordsOf(text: string): string[] {
  return text.split(/[^\p{Letter}\p{Number}]+/u).filter(Boolean)
}

function withoutLinks(text: string): string {
  return text.replace(/https:\S+/g, '')
}

function linksIn(text: string): string[] {
  return [...new Set(text.match(/https:[^\s"<]+/g))]
}
