import { and, eq, inArray, isNotNull, isNull, lt, or } from '../../db/drizzle.ts'
import type { Tx } from '../../db/open.ts'
import { guardianshipLinks, guardianships, letters, registrations } from '../../db/schema.ts'

/**
 * Wipes who the guardians of these registrations are; what was agreed to, when and to which text, stays. At most some
 * hundreds.
 */
export async function forgetGuardiansOf(tx: Tx, registrationIds: readonly string[]): Promise<void> {
  const theirs = inArray(guardianships.registrationId, [...registrationIds])
  const ids = tx.select({ id: guardianships.id }).from(guardianships).where(theirs)
  await forgetWays(tx, await ids)
  await tx.delete(guardianships).where(and(theirs, isNull(guardianships.answeredAt)))
  await tx.update(guardianships).set({ email: null, signedBy: '' }).where(theirs)
}

/** Guardians who never answered, about somebody whose registration ended before then: nothing of them is kept. */
export async function forgetUnansweredGuardians(tx: Tx, before: Temporal.Instant): Promise<void> {
  const { status, statusAt } = registrations
  const unanswered = await tx
    .select({ id: guardianships.id })
    .from(guardianships)
    .innerJoin(registrations, eq(registrations.id, guardianships.registrationId))
    .where(
      and(isNull(guardianships.answeredAt), inArray(status, ['cancelled', 'lapsed', 'refused']), lt(statusAt, before)),
    )
    .limit(500)
  await forgetWays(tx, unanswered)
  const ids = unanswered.map(({ id }) => id)
  await tx.delete(guardianships).where(inArray(guardianships.id, ids))
}

/** How they were written to, and their links. */
async function forgetWays(tx: Tx, some: readonly { id: string }[]): Promise<void> {
  const ids = some.map(({ id }) => id)
  await tx.delete(letters).where(inArray(letters.guardianshipId, ids))
  await tx.delete(guardianshipLinks).where(inArray(guardianshipLinks.guardianshipId, ids))
}

/**
 * The letter that tells a child of a guardian's no is the last that is known of them: it goes as soon as it went, or has
 * been tried for long enough.
 */
export async function forgetLastLetters(tx: Tx, before: Temporal.Instant): Promise<void> {
  const erased = tx.select({ id: registrations.id }).from(registrations).where(isNull(registrations.name))
  const { registrationId, sentAt, endedAt, queuedAt } = letters
  const isDone = or(isNotNull(sentAt), isNotNull(endedAt), lt(queuedAt, before))
  await tx.delete(letters).where(and(inArray(registrationId, erased), isDone))
}
