import { eq } from '../../db/drizzle.ts'
import type { Database, Tx } from '../../db/open.ts'
import { type Guardianship, guardianships, type Meeting, type Project, type Registration } from '../../db/schema.ts'
import { isKnownText } from '../consents/known-text.ts'
import { sayConsent } from '../consents/say-consent.ts'
import { record } from '../history.ts'
import { freshMeeting } from '../meetings/queries.ts'
import { notFound, Refusal } from '../refusal.ts'
import { seat } from '../registrations/places/place-state.ts'
import { isLive, registrationOf } from '../registrations/queries.ts'
import { attendanceText } from './consent.ts'
import type { GuardianAnswer } from './form.ts'
import type { Child } from './queries.ts'
import { stillAsked } from './still-asked.ts'

/**
 * A guardian's yes to the attendance, with what they say about photos: a place that was held for it is sure. Throws a
 * Refusal once the registration has ended, or somebody else is asked.
 */
export async function agreeAsGuardian(
  db: Database,
  { project, meeting, guardianship, registration }: Child,
  said: GuardianAnswer,
  now: Temporal.Instant,
): Promise<void> {
  await db.transact(
    async (tx) => {
      const before = await stillAsked(tx, guardianship)
      if (before.about !== 'attendance') notFound()
      const current = await stillKnown(tx, meeting, registration)
      const fresh = (await freshMeeting(tx, meeting)) ?? notFound()
      if (!isLive(current)) throw new Refusal('guardianship.ended')
      await sayPhotos(tx, project, current, before, said, now)
      if (before.agreed) return
      await note(tx, before, { agreed: true, signedBy: said.signedBy, textVersion: attendanceText }, now)
      await record(tx, 'guardianship.agreed', null, { project, meeting }, now)
      if (current.status === 'held') await seat(tx, project, fresh, current, now)
    },
    { touches: project.id, lock: meeting.id },
  )
}

/** What a guardian says about photos alone; of a young person that is all they are asked. */
export async function sayPhotosAsGuardian(
  db: Database,
  { project, meeting, guardianship, registration }: Child,
  said: GuardianAnswer,
  now: Temporal.Instant,
): Promise<void> {
  await db.transact(
    async (tx) => {
      const before = await stillAsked(tx, guardianship)
      const current = await stillKnown(tx, meeting, registration)
      // Of a child, it is signed with the yes to the attendance.
      if (before.about === 'attendance' && !before.agreed) notFound()
      await sayPhotos(tx, project, current, before, said, now)
      if (before.about === 'attendance') return
      const agreed = said.photos.some((word) => word.agreed)
      const signedBy = said.signedBy || before.signedBy
      await note(tx, before, { agreed, signedBy, textVersion: said.photosText }, now)
    },
    { touches: project.id, lock: meeting.id },
  )
}

/** Nothing is said, and nobody signs, for whoever was wiped. */
async function stillKnown(tx: Tx, meeting: Meeting, { id }: Pick<Registration, 'id'>): Promise<Registration> {
  const current = (await registrationOf(tx, meeting, id)) ?? notFound()
  if (current.name === null) throw new Refusal('guardianship.ended')
  return current
}

async function sayPhotos(
  tx: Tx,
  project: Pick<Project, 'id'>,
  registration: Registration,
  guardianship: Guardianship,
  { photos, photosText, locale }: GuardianAnswer,
  now: Temporal.Instant,
): Promise<void> {
  if (photos.length === 0) return
  if (!(await isKnownText(tx, project, photosText))) throw new Refusal('consent.unknown-text')
  const saying = { by: 'guardian', guardianshipId: guardianship.id, locale } as const
  await sayConsent(tx, registration, photos, { ...saying, textVersion: photosText }, now)
}

type Answer = Pick<Guardianship, 'agreed' | 'signedBy' | 'textVersion'>

async function note(tx: Tx, { id }: Guardianship, answer: Answer, now: Temporal.Instant): Promise<void> {
  await tx
    .update(guardianships)
    .set({ ...answer, answeredAt: now })
    .where(eq(guardianships.id, id))
}
