import type { Tx } from '../../db/open.ts'
import type { Meeting, Organiser, Project, Registration } from '../../db/schema.ts'
import { classKeyOf } from '../parties/class-key.ts'
import { keepAnswers } from '../questions/keep-answers.ts'
import { keepSaid } from './keep-said.ts'
import { tell } from './letters/letters.ts'
import type { Person } from './person.ts'
import { arrive } from './places/become.ts'
import { letterOf } from './places/place-state.ts'
import { lastArrival } from './queries.ts'

/** How a newcomer begins. */
export type FirstPlace = Pick<Registration, 'status' | 'heldUntil' | 'sequence'>

/** Writes a newcomer down, with everything they said, and writes to them. */
export async function welcome(
  tx: Tx,
  project: Project,
  meeting: Meeting,
  person: Person,
  place: FirstPlace,
  now: Temporal.Instant,
  by: Organiser | null,
): Promise<Registration> {
  const arrival = (await lastArrival(tx, meeting)) + 1
  const row = { ...saidBy(person), ...place, arrival, meetingId: meeting.id }
  const registration = await arrive(tx, row, now, by)
  await keepAnswers(tx, registration, person.answers ?? [], now)
  if (person.broughtIn !== 'silently')
    await tell(tx, letterTo(registration), project, meeting, registration, now, moveFacts(person))
  await keepSaid(tx, project, meeting, registration, person, now)
  return registration
}

/** What of it stands in the registration itself. */
function saidBy({ name, email, groupId, locale, kind, seats, adults, className, birthYear, ageBand, ...more }: Person) {
  const keys = { emailKey: email?.toLowerCase() ?? null, classKey: classKeyOf(className ?? ''), walkIn: more.walkIn }
  const { once: id, emergencyContact } = more
  return {
    id,
    emergencyContact,
    name,
    email,
    groupId,
    locale,
    kind,
    seats,
    adults,
    className,
    birthYear,
    ageBand,
    ...keys,
  }
}

/** What tells somebody how they stand. */
export function letterTo(registration: Registration) {
  const { status } = registration
  return status === 'requested' || status === 'waiting' ? status : letterOf(registration)
}

function moveFacts({ movedFrom }: Person): Record<string, string> {
  if (!movedFrom) return {}
  const { id, status, workshops } = movedFrom
  return { movedFrom: id, movedWas: status, movedWorkshops: workshops.join(' ') }
}
