import { inArray } from '../../db/drizzle.ts'
import type { Tx } from '../../db/open.ts'
import { participants } from '../../db/schema.ts'

/** Wipes the names of whoever these registrations bring along; how many they are stays. At most some hundreds. */
export async function forgetParticipantsOf(tx: Tx, registrationIds: readonly string[]): Promise<void> {
  await tx
    .update(participants)
    .set({ name: null })
    .where(inArray(participants.registrationId, [...registrationIds]))
}
