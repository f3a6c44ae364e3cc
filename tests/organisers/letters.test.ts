import { expect, test } from 'vitest'
import type { Database } from '../../db/open.ts'
import { invitationLetter, signInLetter } from '../../server/organisers/letters.ts'
import { invite, removeColleague } from '../../server/organisers/people.ts'
import { membersOf } from '../../server/organisers/queries.ts'
import { askToSignIn, signIn } from '../../server/organisers/sign-in.ts'
import { config } from '../mail/config.ts'
import { now, world } from '../world.ts'
import { lettersOf } from './visits.ts'

const liga = { name: 'Līga Kalna', email: 'liga@example.org', role: 'organiser' } as const

test('the sign-in letter has the link, in the organiser’s language, in text and HTML', async () => {
  const { db, owner } = await world()
  await askToSignIn(db, owner.email, 'browser', now)
  const letter = await onlyLetter(db)
  const written = await signInLetter(db, letter, { config, now })
  expect(written?.subject).toBe('Saite, ar ko ieiet Kopā')
  for (const part of [written?.text, written?.html])
    expect(part).toContain(`https://kopa.example.org/sign-in/${letter.token}`)
})

test('once its link is used or has run out, the sign-in letter stays at home', async () => {
  const { db, owner } = await world()
  await askToSignIn(db, owner.email, 'browser', now)
  const letter = await onlyLetter(db)
  expect(await signInLetter(db, letter, { config, now: now.add({ minutes: 10 }) })).toBe(null)
  await signIn(db, letter.token ?? '', 'browser', now)
  expect(await signInLetter(db, letter, { config, now })).toBe(null)
})

test('the invitation names inviter, project and role, and leads to the sign-in page', async () => {
  const { db, project, owner } = await world()
  await invite(db, project, liga, { ...owner, locale: 'en' }, now)
  const letter = await onlyLetter(db)
  const written = await invitationLetter(db, letter, { config, now })
  expect(written?.subject).toBe('Ilze Ozola invites you to organise “Gen-Y City”')
  expect(written?.text).toContain('as an organiser')
  expect(written?.text).toContain('https://kopa.example.org/sign-in\n')
})

test('somebody taken out again before the invitation could go hears nothing', async () => {
  const { db, project, owner } = await world()
  await invite(db, project, liga, owner, now)
  const added = (await membersOf(db, project)).find(({ organiser }) => organiser.email === liga.email)
  await removeColleague(db, project, added?.organiser ?? owner, owner, now)
  expect(await invitationLetter(db, await onlyLetter(db), { config, now })).toBe(null)
})

async function onlyLetter(db: Database) {
  const [letter, ...others] = await lettersOf(db)
  if (!letter || others.length > 0) throw new Error(`${others.length + 1} letters`)
  return letter
}
