import { expect, test } from 'vitest'
import { eq } from '../../db/drizzle.ts'
import { locales } from '../../db/languages.ts'
import { guardianConsents, guardianLinks, letters, meetings, speakers } from '../../db/schema.ts'
import { filesInFolder } from '../../server/files/in-folder.ts'
import { remindGuardians } from '../../server/guardians/remind.ts'
import { writers } from '../../server/letters.ts'
import { actOn } from '../../server/mail/outbox/deeds.ts'
import { forgetMe } from '../../server/speakers/forget-me.ts'
import { config } from '../mail/config.ts'
import { post, postOffice } from '../mail/post-office.ts'
import { unfinished } from '../unfinished.ts'
import { form, now } from '../world.ts'
import { lettersTo, linkTo, type Youth, youth } from './young.ts'

const anna = 'anna@example.org'
const days = (number: number) => ({ hours: 24 * number })

test('the letter says who asks about whom, where and when, what would be public, and how to answer', async () => {
  const { db, ask } = await youth()
  await ask(anna)
  const [letter = expect.unreachable()] = await lettersTo(db, anna)
  for (const kind of ['guardian-request', 'guardian-reminder']) {
    const leads = new Set<string | undefined>()
    for (const locale of locales) {
      const written = await writers[kind]?.(db, { ...letter, kind, locale }, { config, now })
      if (!written) throw new Error('overtaken')
      for (const words of [written.subject, written.text, written.html]) {
        for (const wrong of [unfinished, /guardian\.\w/]) expect(words).not.toMatch(wrong)
      }
      for (const fact of [
        'Elīna',
        'Gen-Y City',
        'Sikspārņi',
        '2026',
        `https://kopa.example.org/guardian/${letter.token}`,
      ])
        expect(written.text).toContain(fact)
      expect(written.html).toContain(`<html lang="${locale}">`)
      expect(written.replyTo).toBe('jaunatne@example.org')
      leads.add(written.text.split('\n')[0])
    }
    expect(leads.size).toBe(4)
  }
})

test('one reminder, four days after the letter went, to who has said nothing', async () => {
  const here = await youth()
  const { db, ask } = here
  const office = await postOffice()
  await ask(anna)
  await ask('juris@example.org')
  await remindGuardians(db, now.add(days(5)))
  await post(db, office.url, now)
  await here.app.inject({ method: 'POST', url: await linkTo(db, 'juris@example.org'), ...form({ answer: 'none' }) })
  await remindGuardians(db, now.add(days(4)).subtract({ seconds: 1 }))
  expect((await lettersTo(db, anna)).map(({ kind }) => kind)).toEqual(['guardian-request'])
  for (const day of [4, 4, 5]) await remindGuardians(db, now.add(days(day)))
  await post(db, office.url, now.add(days(5)))
  const received = office.received.map(({ to, mail }) => [to[0], mail.subject])
  // The two that are due together go side by side.
  expect([...received.slice(0, 2).toSorted(), ...received.slice(2)]).toEqual([
    [anna, 'We ask you as a parent or guardian: Kick-off'],
    ['juris@example.org', 'We ask you as a parent or guardian: Kick-off'],
    [anna, 'Still waiting for your answer: Kick-off'],
  ])
})

test.each([
  ['the meeting has begun', async ({ db }: Youth) => await startAt(db, now.add(days(3)))],
  ['the meeting is called off', async ({ db }: Youth) => await set(db, { status: 'cancelled' })],
  ['the speaker is of age', async ({ db }: Youth) => await ofAge(db)],
])('nobody is reminded when %s', async (_, happens) => {
  const here = await youth()
  const office = await postOffice()
  await here.ask(anna)
  await post(here.db, office.url, now)
  await happens(here)
  await remindGuardians(here.db, now.add(days(5)))
  expect(await lettersTo(here.db, anna)).toHaveLength(1)
})

test('a letter that is overtaken does not go: they have answered, or there is nothing to ask any more', async () => {
  for (const happens of [
    async ({ db, app }: Youth) =>
      void (await app.inject({ method: 'POST', url: await linkTo(db, anna), ...form({ answer: 'none' }) })),
    async ({ db }: Youth) => await set(db, { status: 'cancelled' }),
    async ({ db }: Youth) => await ofAge(db),
  ]) {
    const here = await youth()
    const office = await postOffice()
    await here.ask(anna)
    await happens(here)
    await post(here.db, office.url, now)
    expect(office.received).toEqual([])
  }
})

test('one that was held while they answered through another link does not go when it is let go', async () => {
  const here = await youth()
  const { db, app, ask, project, organiser } = here
  const office = await postOffice()
  await ask(anna)
  const which = eq(letters.recipient, anna)
  await actOn(db, 'hold', { project, which, by: organiser, now })
  await app.inject({ method: 'POST', url: await linkTo(db, anna), ...form({ answer: 'none' }) })
  const later = now.add(days(1))
  await actOn(db, 'let-go', { project, which, by: organiser, now: later })
  await post(db, office.url, later)
  expect(office.received).toEqual([])
})

test('with the speaker the guardian is forgotten: what was agreed stays, who it was goes', async () => {
  const here = await youth()
  const { db, app, ask, project, elina } = here
  await ask(anna)
  await ask('juris@example.org')
  const answer = { nameAgreed: 'yes', signedBy: 'Anna Liepa', answer: 'choices' }
  await app.inject({ method: 'POST', url: await linkTo(db, anna), ...form(answer) })
  await forgetMe(db, filesInFolder(app.config.dataDir), project, elina, now)
  expect(await db.select().from(guardianConsents)).toMatchObject([
    { email: null, signedBy: '', nameAgreed: true, answeredAt: now, textVersion: 'guardian.consent-1' },
  ])
  expect([await db.select().from(guardianLinks), await db.select().from(letters)]).toEqual([[], []])
})

async function set(db: Youth['db'], changes: Partial<typeof meetings.$inferSelect>) {
  await db.transact((tx) => tx.update(meetings).set(changes), { touches: 'everything' })
}

async function startAt(db: Youth['db'], startsAt: Temporal.Instant) {
  await set(db, { startsAt })
}

async function ofAge(db: Youth['db']) {
  await db.transact((tx) => tx.update(speakers).set({ minor: false }), { touches: 'everything' })
}
