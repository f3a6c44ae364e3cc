import type { Tx } from '../../db/open.ts'
import type { Meeting } from '../../db/schema.ts'
import { freshMeeting } from '../meetings/queries.ts'
import { notFound } from '../refusal.ts'
import { bringBack } from './bring-back.ts'
import { endChoices } from './leave.ts'
import { moveIn } from './move-in.ts'
import { choicesAt, workshopsOf } from './queries.ts'
import { tellChoosers } from './tell.ts'

type Slots = readonly { id: string }[]

/**
 * What becomes of workshops with a release, inside its transaction. Whose workshop is off the agenda hears of that
 * instead of in the letter about the agenda; where two choices of one person overlap by now, both stay.
 */
export async function followRelease(
  tx: Tx,
  { id }: Pick<Meeting, 'id'>,
  { before, after, version }: { before: Slots; after: Slots; version: number },
  now: Temporal.Instant,
): Promise<void> {
  const ids = (await workshopsOf(tx, { id })).map(({ slotId }) => slotId)
  if (ids.length === 0) return
  const meeting = (await freshMeeting(tx, { id })) ?? notFound()
  await drop(tx, meeting, ids.filter(among(before)).filter(notAmong(after)), version, now)
  const outgrown = await bringBack(tx, meeting, ids.filter(among(after)).filter(notAmong(before)), now)
  await moveIn(tx, meeting, now, outgrown)
  const waiting = (await choicesAt(tx, meeting)).filter((one) => outgrown.includes(one.id) && one.status === 'waiting')
  const told = waiting.map(({ slotId, registration }) => ({ slotId, registration, facts: { why: 'grown', was: 'in' } }))
  await tellChoosers(tx, 'workshop-out', meeting, told, now)
}

async function drop(tx: Tx, meeting: Meeting, gone: readonly string[], version: number, now: Temporal.Instant) {
  if (gone.length === 0) return
  const choices = (await choicesAt(tx, meeting)).filter(({ slotId }) => gone.includes(slotId))
  for (const slotId of gone) await endChoices(tx, { slotId }, now)
  const told = choices.map(({ id, slotId, status, registration }) => {
    const facts = { choice: id, was: status, seats: String(registration.seats), version: String(version) }
    return { slotId, registration, facts }
  })
  // As long as organisers may still think better of it.
  await tellChoosers(tx, 'workshop-dropped', meeting, told, now, { dueAt: now.add({ minutes: meeting.quietMinutes }) })
}

function among(slots: Slots): (slotId: string) => boolean {
  return (slotId) => slots.some(({ id }) => id === slotId)
}

function notAmong(slots: Slots): (slotId: string) => boolean {
  return (slotId) => !slots.some(({ id }) => id === slotId)
}
