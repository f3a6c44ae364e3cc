import { eq } from '../../db/drizzle.ts'
import type { Tx } from '../../db/open.ts'
import { type Project, type Slot, type Speaker, type Standing, slotSpeakers } from '../../db/schema.ts'
import { speakersNamed } from '../speakers/named.ts'

/** Makes these the ones who speak in a slot, in this order. Whoever stays keeps what they have answered. */
export async function setSpeakers(
  tx: Tx,
  project: Pick<Project, 'id'>,
  slot: Pick<Slot, 'id'>,
  names: readonly string[],
): Promise<void> {
  const before = await tx.select().from(slotSpeakers).where(eq(slotSpeakers.slotId, slot.id))
  const known = before.map(({ speakerId }) => speakerId)
  const found = await speakersNamed(tx, project, names, known)
  await tx.delete(slotSpeakers).where(eq(slotSpeakers.slotId, slot.id))
  if (found.length === 0) return
  const rows = found.map((speaker, i) => {
    const row = before.find(({ speakerId }) => speakerId === speaker.id)
    return { ...(row ?? newcomer(slot, speaker)), position: i + 1 }
  })
  await tx.insert(slotSpeakers).values(rows)
}

function newcomer(slot: Pick<Slot, 'id'>, speaker: Pick<Speaker, 'id' | 'email'>) {
  return { slotId: slot.id, speakerId: speaker.id, standing: standingOfNewcomer(speaker) }
}

/** Who has an address answers for themselves; for all others the organisers, who have just named them, do. */
export function standingOfNewcomer({ email }: Pick<Speaker, 'email'>): Standing {
  return email === null ? 'confirmed' : 'planned'
}
