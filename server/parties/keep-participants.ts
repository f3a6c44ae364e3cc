import { eq, max } from '../../db/drizzle.ts'
import type { Tx } from '../../db/open.ts'
import { participants } from '../../db/schema.ts'

/** Names more of those whom a registration brings along, after the ones it has named already. */
export async function keepParticipants(tx: Tx, registration: { id: string }, names: readonly string[]): Promise<void> {
  if (names.length === 0) return
  const [row] = await tx
    .select({ last: max(participants.position) })
    .from(participants)
    .where(eq(participants.registrationId, registration.id))
  const last = Number(row?.last ?? 0)
  const rows = names.map((name, i) => ({ registrationId: registration.id, position: last + i + 1, name }))
  await tx.insert(participants).values(rows)
}
