import { expect, test } from 'vitest'
import { eq } from '../../db/drizzle.ts'
import { type Database, open } from '../../db/open.ts'
import { letters, registrations } from '../../db/schema.ts'
import { addSlot } from '../../server/agenda/add-slot.ts'
import { onceOf, queueLetter } from '../../server/mail/queue.ts'
import { remindOfQuestions } from '../../server/questions/remind.ts'
import { register } from '../../server/registrations/register.ts'
import { inviteSpeaker } from '../../server/speakers/invite.ts'
import { remindSpeakers } from '../../server/speakers/remind.ts'
import { firstDay, story } from '../agenda/plan.ts'
import { noor, sami } from '../cast.ts'
import { cleanUpWith, freshDatabase, onPostgres } from '../database.ts'
import { ask } from '../questions/cast.ts'
import { addSpeaker, speakIn } from '../speakers/cast.ts'
import { now, world } from '../world.ts'
import { post, postOffice } from './post-office.ts'

test('what may be said once is queued once, whoever else wants to say it at the same moment', async () => {
  const db = await freshDatabase()
  const other = await another(db)
  const said = (nth: number) => ({ kind: 'plain', recipient: `${nth}@example.org`, locale: 'lv' as const })
  const tell = async (one: Database, nth: number) => {
    const letter = { ...said(nth), once: onceOf('plain', 'somebody') }
    await one.transact((tx) => queueLetter(tx, letter, now), { touches: 'nothing' })
  }
  await Promise.all(Array.from({ length: 8 }, (_, nth) => tell(nth % 2 ? other : db, nth)))
  expect(await db.select().from(letters)).toHaveLength(1)
  await db.transact((tx) => queueLetter(tx, said(1), now), { touches: 'nothing' })
  await db.transact((tx) => queueLetter(tx, said(1), now), { touches: 'nothing' })
  expect(await db.select().from(letters)).toHaveLength(3)
})

test('two clocks that strike together remind each person once, and two organisers ask a speaker once', async () => {
  const here = await world({ startsAt: now.add({ hours: 72 }), endsAt: now.add({ hours: 75 }) })
  const { db, project, kickoff, pupils, owner, organiser } = here
  const other = await another(db)
  await ask(here, 'text', 'Diet?', { required: true })
  for (const person of [noor, sami]) await register(db, project, kickoff, { ...person, groupId: pupils.id }, now)
  const day = await firstDay(db, kickoff)
  const slot = await addSlot(db, project, kickoff, story('Solyanka', { dayId: day.id }), owner, now)
  const speaker = await addSpeaker(db, project, { name: 'Elīna', email: 'elina@example.org' })
  await speakIn(db, slot, speaker, 'planned')
  const part = { slotId: slot.id, speakerId: speaker.id }
  await Promise.all([
    inviteSpeaker(db, { project, meeting: kickoff }, part, owner, now),
    inviteSpeaker(other, { project, meeting: kickoff }, part, organiser, now),
  ])
  const tomorrow = now.add({ hours: 25 })
  await Promise.all([db, other, db, other].map((one) => remindOfQuestions(one, tomorrow)))
  await Promise.all([db, other].map((one) => remindSpeakers(one, now.add({ hours: 24 * 2 }))))
  const kinds = (await db.select().from(letters)).map(({ kind }) => kind)
  expect(kinds.filter((kind) => !['confirmation'].includes(kind)).sort()).toEqual([
    'questions-reminder',
    'questions-reminder',
    'speaker-invitation',
  ])
})

test('no `once` names anybody: it is made of ids', async () => {
  const here = await world({ startsAt: now.add({ hours: 72 }), endsAt: now.add({ hours: 75 }) })
  const { db, project, kickoff, pupils } = here
  await ask(here, 'text', 'Diet?', { required: true })
  await register(db, project, kickoff, { ...noor, groupId: pupils.id }, now)
  await remindOfQuestions(db, now.add({ hours: 25 }))
  const [person = expect.unreachable()] = await db.select().from(registrations)
  const rows = await db.select().from(letters).where(eq(letters.kind, 'questions-reminder'))
  expect(rows.map(({ once }) => once)).toEqual([`questions-reminder ${person.id}`])
})

test('what was overtaken before it went was not said: it may be said on another occasion', async () => {
  const here = await world({ startsAt: now.add({ hours: 72 }), endsAt: now.add({ hours: 75 }) })
  const { db, project, kickoff, pupils } = here
  await ask(here, 'text', 'Diet?', { required: true })
  await register(db, project, kickoff, { ...noor, groupId: pupils.id }, now)
  const later = now.add({ hours: 25 })
  await remindOfQuestions(db, later)
  await db.transact((tx) => tx.update(registrations).set({ status: 'waiting' }), { touches: 'nothing' })
  await post(db, (await postOffice()).url, later)
  const [reminder = expect.unreachable()] = await db
    .select()
    .from(letters)
    .where(eq(letters.kind, 'questions-reminder'))
  expect(reminder).toMatchObject({ ending: 'overtaken', once: null })
})

/** A second server on the same database; a SQLite file has but one, whose deeds come one after another. */
async function another(db: Database & { url: string }): Promise<Database> {
  if (!onPostgres) return db
  const other = await open(db.url)
  cleanUpWith(async () => await other.close())
  return other
}
