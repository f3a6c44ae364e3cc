import type { Letter, Meeting, Registration } from '../../../db/schema.ts'
import { isOver } from '../../meetings/status.ts'
import { isLive } from '../queries.ts'

export type RegistrationLetter =
  | 'confirmation'
  | 'waiting'
  | 'offer'
  | 'already'
  | 'changed'
  | 'postponed'
  | 'cancelled'
  | 'left'
  | 'lapsed'
  | 'requested'
  | 'refused'
  | 'held'
  | 'invited'
  | 'resized'
  | 'guardian-unknown'
  | 'still-coming'
  | 'photos-changed'

type Unsent = Pick<Letter, 'kind' | 'facts' | 'attempts' | 'dueAt' | 'claimedUntil'>

/** How one stands now: each of these is written out from what is true when it is posted. */
const standings = ['confirmation', 'waiting', 'offer', 'requested', 'held', 'invited']

/** Still unsent, each of these will say what the new letter would. */
const sayItToo: Partial<Record<RegistrationLetter, readonly string[]>> = {
  changed: [...standings, 'changed'],
  already: [...standings, 'already'],
  resized: [...standings, 'resized'],
}

const all = [
  ...standings,
  'already',
  'changed',
  'resized',
  'postponed',
  'lapsed',
  'refused',
  'guardian-unknown',
  'still-coming',
  'photos-changed',
  'agenda-changed',
]

/** Still unsent, these have nothing left to say once the new letter is queued. */
const overtakenBy: Partial<Record<RegistrationLetter, readonly string[]>> = {
  confirmation: [
    'waiting',
    'offer',
    'requested',
    'held',
    'invited',
    'guardian-unknown',
    'already',
    'changed',
    'resized',
  ],
  held: ['waiting', 'offer', 'requested', 'invited', 'already', 'changed', 'resized'],
  offer: ['waiting', 'requested', 'already', 'changed', 'resized'],
  invited: ['waiting', 'requested', 'already', 'changed', 'resized'],
  waiting: ['requested', 'already', 'changed', 'resized'],
  refused: ['requested', 'waiting', 'already', 'changed', 'resized'],
  lapsed: ['waiting', 'offer', 'held', 'invited', 'guardian-unknown', 'already', 'changed', 'resized'],
  changed: ['already'],
  resized: ['already'],
  postponed: ['already', 'changed', 'postponed'],
  left: all,
  cancelled: all,
}

/** One that was tried may have arrived, whatever became of the attempt: as it was then, not as it is now. */
export function mayHaveArrived({ attempts }: Pick<Letter, 'attempts'>): boolean {
  return attempts > 0
}

export function saysItToo(unsent: Unsent, kind: RegistrationLetter, meeting: Meeting): boolean {
  if (isDifference(kind) && mayHaveArrived(unsent)) return false
  if (kind === 'changed' && unsent.kind === 'postponed') return meeting.status === 'postponed'
  return sayItToo[kind]?.includes(unsent.kind) ?? false
}

export function overtakes(kind: RegistrationLetter, unsent: Unsent, meeting: Meeting): boolean {
  if (isBeingPosted(unsent)) return false
  if (unsent.kind === kind && isDifference(kind)) return mayHaveArrived(unsent)
  if (kind === 'changed' && unsent.kind === 'postponed') return meeting.status !== 'postponed'
  return overtakenBy[kind]?.includes(unsent.kind) ?? false
}

/** Who came back needs no letter about the time before, unless it takes an entry out of their calendar. */
export function overtakesFormer(kind: RegistrationLetter, unsent: Unsent): boolean {
  if (isBeingPosted(unsent)) return false
  return kind === 'confirmation' || unsent.kind !== 'left' || unsent.facts.was !== 'confirmed'
}

/** Held back by the quota, and now with something in it that cannot wait. */
export function hurries(kind: RegistrationLetter, unsent: Unsent, now: Temporal.Instant): boolean {
  // Waits for the agenda to settle, not for a quota.
  if (unsent.kind === 'agenda-changed') return false
  return isNews(kind) && !mayHaveArrived(unsent) && Temporal.Instant.compare(unsent.dueAt, now) > 0
}

/** Tells how the meeting was before. */
export function isNews(kind: string): boolean {
  return kind === 'changed' || kind === 'postponed'
}

/** Says what is different from before: what it said when it was tried may not be so any more. */
function isDifference(kind: RegistrationLetter): boolean {
  return kind === 'changed' || kind === 'resized'
}

function isBeingPosted({ claimedUntil }: Unsent): boolean {
  return claimedUntil !== null
}

/** What a letter takes for granted, asked again when it is posted. */
export function stillTrue(
  kind: RegistrationLetter,
  meeting: Meeting,
  registration: Registration,
  now: Temporal.Instant,
): boolean {
  if (kind === 'left') return registration.status === 'cancelled'
  if (kind === 'cancelled') return meeting.status === 'cancelled' && isLive(registration)
  if (meeting.status === 'draft' || meeting.status === 'cancelled' || isOver(meeting, now)) return false
  if (kind === 'postponed') return meeting.status === 'postponed' && isLive(registration)
  const status = statusBehind[kind]
  return status ? registration.status === status : isLive(registration)
}

/** The other letters are for whoever is still registered, however they stand. */
const statusBehind: Partial<Record<RegistrationLetter, Registration['status']>> = {
  confirmation: 'confirmed',
  waiting: 'waiting',
  offer: 'offered',
  lapsed: 'lapsed',
  requested: 'requested',
  refused: 'refused',
  held: 'held',
  invited: 'invited',
}
