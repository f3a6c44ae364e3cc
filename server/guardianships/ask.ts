import type { Tx } from '../../db/open.ts'
import { type Guardianship, guardianships, type Meeting, type Project, type Registration } from '../../db/schema.ts'
import { onceOf, queueLetter } from '../mail/queue.ts'
import { notFound } from '../refusal.ts'
import { newGuardianshipLink } from './links.ts'

/** Asks somebody's guardian: of a child about coming at all, of a young person only about photos. */
export async function askGuardian(
  tx: Tx,
  project: Pick<Project, 'id'>,
  meeting: Meeting,
  registration: Registration,
  email: string,
  now: Temporal.Instant,
): Promise<void> {
  const { id: registrationId, locale, ageBand } = registration
  const about = ageBand === 'child' ? 'attendance' : 'photos'
  const [guardianship = notFound()] = await tx
    .insert(guardianships)
    .values({ registrationId, email, locale, about, askedAt: now })
    .returning()
  const kind = about === 'attendance' ? 'child-request' : 'photos-request'
  await writeToGuardian(tx, kind, project, meeting, guardianship, now)
}

export type GuardianshipLetter = 'child-request' | 'child-reminder' | 'child-lapsed' | 'photos-request' | 'photos-again'

/** For as long as they are asked about the same registration; the others once for each occasion there is. */
const eachOnce: readonly GuardianshipLetter[] = ['child-request', 'child-reminder', 'photos-request']

/** Nothing goes to an address that has been wiped. */
export async function writeToGuardian(
  tx: Tx,
  kind: GuardianshipLetter,
  project: Pick<Project, 'id'>,
  meeting: Pick<Meeting, 'id' | 'endsAt'>,
  guardianship: Guardianship,
  now: Temporal.Instant,
): Promise<void> {
  const { id: guardianshipId, email: recipient, locale } = guardianship
  if (recipient === null) return
  const token = await newGuardianshipLink(tx, guardianship, meeting, now)
  const about = { projectId: project.id, meetingId: meeting.id, guardianshipId }
  const once = eachOnce.includes(kind) ? onceOf(kind, guardianshipId) : null
  await queueLetter(tx, { kind, ...about, recipient, locale, token, once }, now)
}
