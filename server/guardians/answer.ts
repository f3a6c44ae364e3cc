import { eq } from '../../db/drizzle.ts'
import type { Database } from '../../db/open.ts'
import { type GuardianConsent, guardianConsents, type Project } from '../../db/schema.ts'
import { record } from '../history.ts'
import { notFound } from '../refusal.ts'
import { consentText, notMine } from './consent.ts'
import { consentOf } from './queries.ts'

export type GuardianAnswer = Pick<GuardianConsent, 'nameAgreed' | 'pictureAgreed' | 'signedBy'>

/** Takes a guardian's answer, the first or a later one. It holds at once, in an archived project too. */
export async function answerAsGuardian(
  db: Database,
  project: Pick<Project, 'id'>,
  consent: Pick<GuardianConsent, 'id'>,
  answer: GuardianAnswer,
  now: Temporal.Instant,
): Promise<void> {
  await db.transact(
    async (tx) => {
      const before = (await consentOf(tx, consent.id)) ?? notFound()
      if (isAsBefore(before, answer)) return
      const signedBy = answer.signedBy || before.signedBy
      await tx
        .update(guardianConsents)
        .set({ ...answer, signedBy, answeredAt: now, textVersion: consentText })
        .where(eq(guardianConsents.id, consent.id))
      await record(tx, 'guardian.answered', null, { project }, now, { answer: inOneWord(answer) })
    },
    { touches: project.id },
  )
}

/** Whoever was asked by mistake agrees to nothing, and refuses nothing. */
export async function denyGuardianship(
  db: Database,
  project: Pick<Project, 'id'>,
  consent: Pick<GuardianConsent, 'id'>,
  now: Temporal.Instant,
): Promise<void> {
  await db.transact(
    async (tx) => {
      const before = (await consentOf(tx, consent.id)) ?? notFound()
      if (before.textVersion === notMine) return
      await tx
        .update(guardianConsents)
        .set({ nameAgreed: false, pictureAgreed: false, signedBy: '', answeredAt: now, textVersion: notMine })
        .where(eq(guardianConsents.id, consent.id))
      await record(tx, 'guardian.not-mine', null, { project }, now)
    },
    { touches: project.id },
  )
}

/** Sent twice, or by somebody who only looked again. */
function isAsBefore(before: GuardianConsent, { nameAgreed, pictureAgreed, signedBy }: GuardianAnswer): boolean {
  const { answeredAt, textVersion } = before
  const isSigned = signedBy === '' || signedBy === before.signedBy
  const isSame = isSigned && nameAgreed === before.nameAgreed && pictureAgreed === before.pictureAgreed
  return answeredAt !== null && textVersion === consentText && isSame
}

function inOneWord({ nameAgreed, pictureAgreed }: GuardianAnswer): 'both' | 'name' | 'picture' | 'none' {
  if (nameAgreed) return pictureAgreed ? 'both' : 'name'
  return pictureAgreed ? 'picture' : 'none'
}
