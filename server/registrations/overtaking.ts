import type { Letter, Meeting, Registration } from '../../db/schema.ts'
import { isOver } from '../meetings/status.ts'
import { isLive } from './queries.ts'

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

/** Still unsent, each of these will say what the new letter would, being written out from what is true by then. */
const sayItToo: Partial<Record<RegistrationLetter, readonly string[]>> = {
  changed: ['confirmation', 'waiting', 'offer', 'changed'],
  already: ['confirmation', 'waiting', 'offer', 'already'],
}

/** Still unsent, these have nothing left to say once the new letter is queued. */
const overtakenBy: Partial<Record<RegistrationLetter, readonly string[]>> = {
  confirmation: ['waiting', 'offer', 'already', 'changed'],
  offer: ['waiting', 'already', 'changed'],
  lapsed: ['waiting', 'offer', 'already', 'changed'],
  postponed: ['changed', 'postponed'],
  left: ['confirmation', 'waiting', 'offer', 'already', 'changed', 'postponed', 'lapsed'],
  cancelled: ['confirmation', 'waiting', 'offer', 'already', 'changed', 'postponed', 'lapsed'],
}

export function saysItToo(unsent: Pick<Letter, 'kind'>, kind: RegistrationLetter): boolean {
  return sayItToo[kind]?.includes(unsent.kind) ?? false
}

export function overtakes(kind: RegistrationLetter, unsent: Pick<Letter, 'kind'>): boolean {
  return overtakenBy[kind]?.includes(unsent.kind) ?? false
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
  if (kind === 'changed' || kind === 'already') return isLive(registration)
  return registration.status === statusBehind[kind]
}

const statusBehind = { confirmation: 'confirmed', waiting: 'waiting', offer: 'offered', lapsed: 'lapsed' } as const
