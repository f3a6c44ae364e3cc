import { expect, test } from 'vitest'
import { and, eq, isNull } from '../../db/drizzle.ts'
import { history, letters } from '../../db/schema.ts'
import { writers } from '../../server/letters.ts'
import { cancelMeeting } from '../../server/meetings/cancel-meeting.ts'
import { cancel } from '../../server/registrations/cancel.ts'
import { moveTogether } from '../../server/registrations/desk/move.ts'
import { register } from '../../server/registrations/register.ts'
import { liga, mark, noor, sami } from '../cast.ts'
import { config } from '../mail/config.ts'
import { addMeeting, now, world } from '../world.ts'
import { lettersTo, lettersWent, places } from './places.ts'

/** Four registered for the kick-off, which has two places; there are two meetings more. */
async function three() {
  const here = await world({ capacity: 2 })
  const { db, project, kickoff, pupils } = here
  const second = await addMeeting(db, project, { slug: 'second', number: 2, capacity: 1, title: { en: 'Second' } })
  const third = await addMeeting(db, project, { slug: 'third', number: 3 })
  const come = (meeting: typeof kickoff, person: typeof noor) =>
    register(db, project, meeting, { ...person, groupId: pupils.id }, now)
  const ids: string[] = []
  for (const person of [noor, sami, liga, mark]) ids.push((await come(kickoff, person)).registration.id)
  await lettersWent(db, now)
  return { ...here, second, third, come, ids }
}

test('two organisers who move the same people to different meetings, while one cancels, leave everybody in one at most', async () => {
  const { db, project, kickoff, second, third, owner, organiser, ids } = await three()
  await Promise.all([
    moveTogether(db, { project, from: kickoff, to: second, by: owner, now }, ids),
    moveTogether(db, { project, from: kickoff, to: third, by: organiser, now }, ids),
    cancel(db, project, kickoff, { id: ids[3] ?? '' }, now),
  ])
  expect(Object.values(await places(db, kickoff))).toEqual(['cancelled', 'cancelled', 'cancelled', 'cancelled'])
  const there = [...Object.keys(await places(db, second)), ...Object.keys(await places(db, third))]
  expect(there).toHaveLength(new Set(there).size)
  for (const person of [noor, sami, liga, mark]) {
    const unsent = (await unsentTo(db, person)).map(({ kind }) => kind)
    expect(unsent, person.name).toHaveLength(1)
  }
})

test('two that move people against each other do not wait for each other for ever', async () => {
  const { db, project, kickoff, third, owner, organiser, come, ids } = await three()
  const guest = { ...noor, name: 'Guest', email: 'guest@example.org' }
  const back = [(await come(third, guest)).registration.id]
  const moves = Array.from({ length: 4 }, () => [
    moveTogether(db, { project, from: kickoff, to: third, by: owner, now }, ids),
    moveTogether(db, { project, from: third, to: kickoff, by: organiser, now }, back),
  ])
  await Promise.all(moves.flat())
  expect(await places(db, kickoff)).toMatchObject({
    Noor: 'cancelled',
    Guest: expect.stringMatching(/confirmed|offered|waiting/),
  })
  expect(await places(db, third)).toMatchObject({ Noor: 'confirmed', Guest: 'cancelled' })
})

test('where it cannot go on, nobody is half moved, and nobody hears anything', async () => {
  const { db, project, kickoff, third, owner, ids } = await three()
  const before = await places(db, kickoff)
  await cancelMeeting(db, project, third, owner, now)
  const moving = moveTogether(db, { project, from: kickoff, to: third, by: owner, now }, ids)
  await expect(moving).rejects.toThrow('registration.cancelled')
  expect([await places(db, kickoff), await places(db, third)]).toEqual([before, {}])
  expect(await unsentTo(db, noor)).toEqual([])
  const deeds = (await db.select().from(history)).map(({ deed }) => deed)
  expect(deeds).not.toContain('registrations.moved')
})

test('whoever stands otherwise there before they have heard of the move still hears of it, and it leaves their calendar', async () => {
  const { db, project, kickoff, second, owner, come, ids } = await three()
  const { registration: first } = await come(second, { ...noor, name: 'First', email: 'first@example.org' })
  await moveTogether(db, { project, from: kickoff, to: second, by: owner, now }, ids.slice(0, 1))
  expect((await unsentTo(db, noor)).map(({ kind }) => kind)).toEqual(['waiting'])
  await cancel(db, project, second, first, now)
  const [letter] = await unsentTo(db, noor)
  expect(letter?.kind).toBe('offer')
  const written = letter && (await writers[letter.kind]?.(db, letter, { config, now }))
  expect(written?.text).toContain('“Kick-off”')
  expect(written?.files?.[0]?.content).toContain(kickoff.id)
  expect((await lettersTo(db, noor)).filter((kind) => kind === 'offer')).toHaveLength(1)
})

async function unsentTo(db: Awaited<ReturnType<typeof three>>['db'], { email }: { email: string }) {
  const isUnsent = and(isNull(letters.sentAt), isNull(letters.endedAt))
  return await db
    .select()
    .from(letters)
    .where(and(eq(letters.recipient, email), isUnsent))
}
