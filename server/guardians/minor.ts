import { eq } from '../../db/drizzle.ts'
import type { Tx } from '../../db/open.ts'
import { type Organiser, type Project, type Speaker, speakers } from '../../db/schema.ts'
import { record } from '../history.ts'
import { Refusal } from '../refusal.ts'

/**
 * Notes that a speaker is under 18, or (an organiser's word only) that they are not. The deed touches the project: of
 * age, nobody has to agree to the name any more.
 */
export async function setMinor(
  tx: Tx,
  project: Pick<Project, 'id'>,
  speaker: Pick<Speaker, 'id' | 'minor'>,
  minor: boolean,
  by: Pick<Organiser, 'id'> | null,
  now: Temporal.Instant,
): Promise<void> {
  if (speaker.minor === minor) return
  if (!minor && !by) throw new Refusal('guardian.organisers-only')
  await tx.update(speakers).set({ minor }).where(eq(speakers.id, speaker.id))
  await record(tx, minor ? 'speaker.minor' : 'speaker.of-age', by, { project }, now)
}
