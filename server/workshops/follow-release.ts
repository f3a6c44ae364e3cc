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
  const workshops = await workshopsOf(tx, { id })
  if (workshops.length === 0) return
  const isIn = (slots: Slots) => (slotId: string) => slots.some((slot) => slot.id === slotId)
  const [was, is] = [isIn(before), isIn(after)]
  const ids = workshops.map(({ slotId }) => slotId)
  const meeting = (await freshMeeting(tx, { id })) ?? notFound()
  const gone = ids.filter((slotId) => was(slotId) && !is(slotId))
  if (gone.length > 0) await drop(tx, meeting, gone, version, now)
  const back = ids.filter((slotId) => !was(slotId) && is(slotId))
  if (back.length > 0) await bringBack(tx, meeting, back, now)
  await moveIn(tx, meeting, now)
}

async function drop(tx: Tx, meeting: Meeting, gone: readonly string[], version: number, now: Temporal.Instant) {
  const choices = (await choicesAt(tx, meeting)).filter(({ slotId }) => gone.includes(slotId))
  for (const slotId of gone) await endChoices(tx, { slotId }, now)
  const told = choices.map(({ id, slotId, status, registration }) => {
    const facts = { choice: id, was: status, seats: String(registration.seats), version: String(version) }
    return { slotId, registration, facts }
  })
  // As long as people may still think better of it.
  await tellChoosers(tx, 'workshop-dropped', meeting, told, now, { dueAt: now.add({ minutes: meeting.quietMinutes }) })
}
