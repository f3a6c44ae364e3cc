import { eq } from '../../db/drizzle.ts'
import type { Database, Tx } from '../../db/open.ts'
import { type Guardianship, guardianships, type Meeting, type Project, type Registration } from '../../db/schema.ts'
import type { MessageKey } from '../../views/say.ts'
import { isOwnAddress } from '../guardians/rules.ts'
import { freshMeeting } from '../meetings/queries.ts'
import { notFound, Refusal } from '../refusal.ts'
import { isLive, registrationOf } from '../registrations/queries.ts'
import { askGuardian } from './ask.ts'
import { notMine, replaced } from './consent.ts'
import { guardianshipsOf } from './queries.ts'

/** Whom one young person can have asked, one after the other. */
const mostAsked = 3

/**
 * Asks somebody as the guardian, in the place of whoever has not answered yet. Returns what speaks against it, to be said
 * beside the field; somebody who is being asked already gets no second letter.
 */
export async function nameGuardian(
  db: Database,
  project: Project,
  meeting: Meeting,
  registration: Pick<Registration, 'id'>,
  email: string,
  now: Temporal.Instant,
): Promise<MessageKey | null> {
  return await db.transact(
    async (tx) => {
      const current = (await registrationOf(tx, meeting, registration.id)) ?? notFound()
      const fresh = (await freshMeeting(tx, meeting)) ?? notFound()
      if (!isLive(current)) throw new Refusal('guardianship.ended')
      const asked = await guardianshipsOf(tx, current)
      const problem = problemWith(current, asked, email)
      if (problem || asked.some((one) => isAsked(one, email))) return problem
      for (const one of asked) if (one.answeredAt === null) await replace(tx, one, now)
      await askGuardian(tx, project, fresh, current, email, now)
      return null
    },
    { touches: 'nothing', lock: meeting.id },
  )
}

function problemWith(registration: Registration, asked: readonly Guardianship[], email: string): MessageKey | null {
  if (registration.email && isOwnAddress(email, registration.email)) return 'guardianship.problem-own'
  const isMistaken = (one: Guardianship) => one.textVersion === notMine && one.email && isOwnAddress(one.email, email)
  if (asked.some(isMistaken)) return 'guardianship.problem-not-mine'
  return asked.length >= mostAsked ? 'guardianship.problem-too-many' : null
}

function isAsked({ answeredAt, email: known }: Guardianship, email: string): boolean {
  return answeredAt === null && known !== null && isOwnAddress(known, email)
}

async function replace(tx: Tx, { id }: Guardianship, now: Temporal.Instant): Promise<void> {
  const answer = { agreed: false, answeredAt: now, email: null, textVersion: replaced }
  await tx.update(guardianships).set(answer).where(eq(guardianships.id, id))
}
