import { eq } from '../../db/drizzle.ts'
import type { Tx } from '../../db/open.ts'
import { type Project, type Slot, slotSpeakers } from '../../db/schema.ts'
import { speakersNamed } from '../speakers/named.ts'

/** Makes these the ones who speak in a slot, in this order. */
export async function setSpeakers(
  tx: Tx,
  project: Pick<Project, 'id'>,
  slot: Pick<Slot, 'id'>,
  names: readonly string[],
): Promise<void> {
  const found = await speakersNamed(tx, project, names)
  await tx.delete(slotSpeakers).where(eq(slotSpeakers.slotId, slot.id))
  if (found.length === 0) return
  await tx.insert(slotSpeakers).values(found.map(({ id }, i) => ({ slotId: slot.id, speakerId: id, position: i + 1 })))
}
