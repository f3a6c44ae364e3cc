import type { SpeakerTold } from '../../views/letters/speaker-told.ts'
import { isOver } from '../meetings/status.ts'
import { isReckonedWith } from './standings.ts'
import type { SpeakerLetter } from './tell.ts'

/** No reminder later than that before a meeting: it would only press. */
const remindersEnd = { hours: 2 * 24 }

/** What a letter takes for granted, asked again when it is posted. */
export function stillTrue(kind: SpeakerLetter, told: SpeakerTold, now: Temporal.Instant): boolean {
  const { meeting, slots, slot } = told
  if (kind === 'speaker-cancelled') return meeting.status === 'cancelled' && slots.some(isReckonedWith)
  if (isOver(meeting, now)) return false
  const isGone = slot === null || !isReckonedWith(slot)
  // Nothing else takes the entry of a meeting that is off by now out of their calendar.
  if (meeting.status === 'cancelled') return kind === 'speaker-off' && isGone && told.formerEntry !== null
  if (kind === 'speaker-off') return isGone
  if (kind === 'speaker-changed') return meeting.status !== 'draft' && slots.some(isReckonedWith)
  if (kind === 'speaker-postponed') return meeting.status === 'postponed' && slots.some(isReckonedWith)
  if (kind === 'speaker-confirmed') return slot?.standing === 'confirmed'
  const isAsked = slots.some(({ standing }) => standing === 'invited')
  return isAsked && (kind === 'speaker-invitation' || isTimeToRemind(meeting, now))
}

/** Never of a draft, nor shortly before the meeting; when the meeting moves, this moves with it. */
export function isTimeToRemind(
  { status, startsAt }: Pick<SpeakerTold['meeting'], 'status' | 'startsAt'>,
  now: Temporal.Instant,
): boolean {
  return status === 'published' && Temporal.Instant.compare(now, startsAt.subtract(remindersEnd)) <= 0
}
