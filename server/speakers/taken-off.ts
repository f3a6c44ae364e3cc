import { and, eq } from '../../db/drizzle.ts'
import type { Tx } from '../../db/open.ts'
import {
  type Letter,
  letters,
  type Meeting,
  type Project,
  type Slot,
  type SlotSpeaker,
  type Speaker,
} from '../../db/schema.ts'
import { releasedAgenda } from '../agenda/queries.ts'
import type { ReleasedSlot } from '../agenda/release.ts'
import { asRow } from '../agenda/rows.ts'
import type { Changes } from '../agenda/steps.ts'
import { freshMeeting } from '../meetings/queries.ts'
import { isOver } from '../meetings/status.ts'
import { notFound } from '../refusal.ts'
import type { Because } from '../registrations/cancel.ts'
import { isTellerIn } from '../stories/teller-in.ts'
import type { Where } from './change-standing.ts'
import { heardOfAgenda } from './heard-of-agenda.ts'
import { freshSpeaker } from './queries.ts'
import { isReckonedWith } from './standings.ts'
import { tellSpeaker } from './tell.ts'

type Off = { row: Pick<SlotSpeaker, 'standing' | 'invitedAt'>; slot: Pick<Slot, 'id' | 'title'>; speaker: Speaker }

/**
 * Tells somebody that they do not speak in a slot after all, and their calendar too; nobody who was never told that
 * they would. It goes at `dueAt`, if they are still off by then.
 */
export async function tellOff(
  tx: Tx,
  where: Where,
  off: Off,
  now: Temporal.Instant,
  dueAt: Temporal.Instant = now,
): Promise<void> {
  const { row, slot, speaker } = off
  if (!isReckonedWith(row)) return
  if (!(await wasTold(tx, where.meeting, speaker, row)) && !(await isTellerIn(tx, slot, speaker))) return
  const facts = { slot: slot.id, title: JSON.stringify(slot.title), ...(await entryFact(tx, where, off)) }
  await tellSpeaker(tx, 'speaker-off', where, speaker, now, { facts, dueAt })
}

/** To whoever took themselves off: only if their calendar has something to forget. */
export async function tellEntryGone(
  tx: Tx,
  where: Where,
  off: Off,
  now: Temporal.Instant,
  because: Because = {},
): Promise<void> {
  const { slot, speaker } = off
  const entry = await entryFact(tx, where, off)
  if (!entry.entry) return
  const facts = { slot: slot.id, title: JSON.stringify(slot.title), ...entry, self: 'yes', ...because }
  await tellSpeaker(tx, 'speaker-off', where, speaker, now, { facts })
}

async function entryFact(
  tx: Tx,
  { meeting }: Where,
  { row: { standing }, slot, speaker }: Off,
): Promise<{ entry?: string }> {
  if (meeting.status === 'draft') return {}
  if (standing !== 'confirmed' && !(await heardOfAgenda(tx, meeting, speaker))) return {}
  const released = await releasedAgenda(tx, meeting)
  return released?.slots.some(({ id }) => id === slot.id) ? { entry: 'yes' } : {}
}

/** A letter that was tried may have arrived; where all are forgotten, that they were asked tells it. */
async function wasTold(
  tx: Tx,
  meeting: Pick<Meeting, 'id'>,
  speaker: Pick<Speaker, 'id'>,
  { invitedAt }: Off['row'],
): Promise<boolean> {
  const known = await tx
    .select({ attempts: letters.attempts, ending: letters.ending })
    .from(letters)
    .where(and(eq(letters.speakerId, speaker.id), eq(letters.meetingId, meeting.id)))
  return known.length === 0 ? invitedAt !== null : known.some(mayHaveArrived)
}

/** Tried; and not found untrue before it was handed over, at its first attempt. */
export function mayHaveArrived({ attempts, ending }: Pick<Letter, 'attempts' | 'ending'>): boolean {
  return attempts > (ending === 'overtaken' ? 1 : 0)
}

/** A change of the draft took people out of slots: they hear of it once it has settled, unless it is undone by then. */
export async function tellTakenOff(
  tx: Tx,
  { project, meeting: { id } }: { project: Project; meeting: Pick<Meeting, 'id'> },
  { title, rows }: Changes,
  now: Temporal.Instant,
): Promise<void> {
  const gone = rows.filter(({ table, after }) => table === 'slotSpeakers' && after === null)
  if (gone.length === 0) return
  const meeting = (await freshMeeting(tx, { id })) ?? notFound()
  if (meeting.status === 'cancelled' || isOver(meeting, now)) return
  const released = await releasedAgenda(tx, meeting)
  const dueAt = now.add({ minutes: meeting.quietMinutes })
  for (const { key, before } of gone) {
    const [slotId = '', speakerId = ''] = key
    const slot = released?.slots.find((one) => one.id === slotId)
    const isDeleted = rows.some(({ table, key: [at], after }) => table === 'slots' && at === slotId && after === null)
    // The letter about the release that withdraws the slot tells those whom it knew.
    if (isDeleted && slot && knows(slot, speakerId)) continue
    const speaker = await freshSpeaker(tx, project, { id: speakerId })
    if (!speaker || !before) continue
    const row = asRow('slotSpeakers', before) as SlotSpeaker
    await tellOff(tx, { project, meeting }, { row, slot: { id: slotId, title }, speaker }, now, dueAt)
  }
}

function knows({ speakers, unnamed = [] }: ReleasedSlot, speakerId: string): boolean {
  return speakers.some(({ id }) => id === speakerId) || unnamed.includes(speakerId)
}
