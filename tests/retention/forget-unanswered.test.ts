import { expect, test } from 'vitest'
import { eq } from '../../db/drizzle.ts'
import type { Database } from '../../db/open.ts'
import {
  guardianshipLinks,
  guardianships,
  letters,
  placeSteps,
  type Registration,
  registrations,
} from '../../db/schema.ts'
import { filesInFolder } from '../../server/files/in-folder.ts'
import { cancel } from '../../server/registrations/cancel.ts'
import { forgottenAt } from '../../server/registrations/forgotten-at.ts'
import { register } from '../../server/registrations/register.ts'
import { forgetUnanswered } from '../../server/retention/forget-unanswered.ts'
import { keptUntil } from '../../server/retention/kept-until.ts'
import { liga, mark, noor, sami } from '../cast.ts'
import { answer, child, linkIn, youngMeeting } from '../guardianships/cast.ts'
import { lettersWent, registrationBy } from '../registrations/places.ts'
import { now, world } from '../world.ts'

const noFiles = '/nonexistent'
const hours = (number: number) => now.add({ hours: number })

async function withFour() {
  const here = await world()
  for (const person of [noor, sami, liga, mark])
    await register(here.db, here.project, here.kickoff, { ...person, groupId: null }, now)
  await lettersWent(here.db, now)
  return here
}

/** As if the clock had ended it now, after it had been `before`. */
async function ended(
  db: Database,
  { id }: Registration,
  status: 'lapsed' | 'cancelled',
  before: Registration['status'],
) {
  await db.transact(
    async (tx) => {
      await tx.update(registrations).set({ status, statusAt: now }).where(eq(registrations.id, id))
      const step = { registrationId: id, at: now, seats: 1 }
      await tx.delete(placeSteps).where(eq(placeSteps.registrationId, id))
      await tx.insert(placeSteps).values([
        { ...step, number: 1, status: before },
        { ...step, number: 2, status },
      ])
    },
    { touches: 'nothing' },
  )
}

async function guardianOf(db: Database, { id }: Registration, answeredAt: Temporal.Instant | null) {
  const row = { id: `of ${id}`, registrationId: id, email: 'anna@example.org', locale: 'lv' as const }
  await db.transact(
    async (tx) => {
      await tx.insert(guardianships).values({ ...row, about: 'attendance', askedAt: now, answeredAt })
      const link = { guardianshipId: row.id, createdAt: now, expiresAt: hours(1000) }
      await tx.insert(guardianshipLinks).values({ ...link, tokenHash: row.id })
    },
    { touches: 'nothing' },
  )
}

const names = async (db: Database) => (await db.select().from(registrations)).map(({ name }) => name ?? '–').sort()

test('a day after nobody answered for them, those who were held or invited are forgotten, and no others', async () => {
  const { db } = await withFour()
  await ended(db, await registrationBy(db, noor), 'lapsed', 'held')
  await ended(db, await registrationBy(db, sami), 'lapsed', 'invited')
  await ended(db, await registrationBy(db, liga), 'lapsed', 'offered')
  await ended(db, await registrationBy(db, mark), 'cancelled', 'held')
  await forgetUnanswered(db, filesInFolder(noFiles), hours(24))
  expect(await names(db)).toEqual(['Līga', 'Noor', 'Sami', 'Марк'].sort())
  await forgetUnanswered(db, filesInFolder(noFiles), hours(25))
  expect(await names(db)).toEqual(['Līga', 'Марк', '–', '–'].sort())
})

test('whoever still has a letter on its way is known until it went, for four days at most', async () => {
  const { db } = await withFour()
  await ended(db, await registrationBy(db, noor), 'lapsed', 'held')
  await db.transact((tx) => tx.update(letters).set({ sentAt: null }), { touches: 'nothing' })
  await forgetUnanswered(db, filesInFolder(noFiles), hours(95))
  expect(await names(db)).toContain('Noor')
  await forgetUnanswered(db, filesInFolder(noFiles), hours(97))
  expect(await names(db)).not.toContain('Noor')
})

test('of a guardian who never answered nothing is kept once the registration has ended for a day', async () => {
  const { db } = await withFour()
  const [live, left, answered] = [noor, sami, liga]
  for (const person of [live, left]) await guardianOf(db, await registrationBy(db, person), null)
  await guardianOf(db, await registrationBy(db, answered), now)
  for (const person of [left, answered]) await ended(db, await registrationBy(db, person), 'cancelled', 'held')
  await forgetUnanswered(db, filesInFolder(noFiles), hours(25))
  const kept = (await db.select().from(guardianships)).map(({ registrationId }) => registrationId)
  const [one, other] = [await registrationBy(db, live), await registrationBy(db, answered)]
  expect(kept.sort()).toEqual([one.id, other.id].sort())
  expect(await db.select().from(guardianshipLinks)).toHaveLength(2)
  expect(await names(db)).toEqual(['Līga', 'Noor', 'Sami', 'Марк'].sort())
})

test('a child who left before a guardian’s yes is forgotten a day later, one who had a place with all others', async () => {
  const { db, project, kickoff } = await world()
  const young = { groupId: null, birthYear: 2015, ageBand: 'child' as const }
  const asked = { ...noor, ...young, guardianEmail: 'anna@example.org' }
  for (const person of [asked, { ...sami, ...young }]) await register(db, project, kickoff, person, now)
  for (const person of [noor, sami]) await cancel(db, project, kickoff, await registrationBy(db, person), now)
  await lettersWent(db, now)
  const steps = await db.select().from(placeSteps)
  const until = async (person: { email: string }) => {
    const registration = await registrationBy(db, person)
    const own = steps.filter(({ registrationId }) => registrationId === registration.id)
    return keptUntil(registration, own, kickoff)
  }
  expect([await until(noor), await until(sami)]).toEqual([hours(24), forgottenAt(kickoff)])
  await forgetUnanswered(db, filesInFolder(noFiles), hours(24))
  expect(await names(db)).toEqual(['Noor', 'Sami'])
  await forgetUnanswered(db, filesInFolder(noFiles), hours(25))
  expect(await names(db)).toEqual(['Sami', '–'].sort())
})

test('the letter about a guardian’s no is forgotten as soon as it went', async () => {
  const { db, app, signUp } = await youngMeeting()
  await signUp({ ...child, further: 'child' })
  await answer(app, await linkIn(db, child.guardianEmail), { answer: 'no' })
  const forget = () => forgetUnanswered(db, filesInFolder(noFiles), hours(1))
  await forget()
  expect((await db.select().from(letters)).map(({ recipient }) => recipient)).toEqual([child.email])
  await lettersWent(db, now)
  await forget()
  expect(await db.select().from(letters)).toEqual([])
})
