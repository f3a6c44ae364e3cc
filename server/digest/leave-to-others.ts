import { and, eq, inArray, isNull } from '../../db/drizzle.ts'
import type { Tx } from '../../db/open.ts'
import { letters } from '../../db/schema.ts'
import { behind } from './behind.ts'
import { digestKind } from './queries.ts'

/** Before letters to these speakers go, whose address is gone: what somebody else at it is to hear too stays theirs. */
export async function leaveDigestsToOthers(tx: Tx, speakerIds: readonly string[]): Promise<void> {
  const theirs = await tx
    .select()
    .from(letters)
    .where(and(eq(letters.kind, digestKind), inArray(letters.speakerId, [...speakerIds])))
  for (const letter of theirs) {
    const others = await behind(tx, letter)
    const [first] = others?.speakers ?? []
    if (others)
      await tx
        .update(letters)
        .set({ speakerId: first?.id ?? null })
        .where(eq(letters.id, letter.id))
  }
}

/** The same before letters to these guests go, whose address is gone already. */
export async function leaveGuestDigestsToOthers(tx: Tx, registrationIds: readonly string[]): Promise<void> {
  const { id, kind, registrationId, sentAt, endedAt } = letters
  const theirs = await tx
    .select()
    .from(letters)
    .where(and(eq(kind, digestKind), inArray(registrationId, [...registrationIds]), isNull(sentAt), isNull(endedAt)))
  for (const letter of theirs) {
    if (await behind(tx, letter)) await tx.update(letters).set({ registrationId: null }).where(eq(id, letter.id))
  }
}
