import { eq } from '../../db/drizzle.ts'
import type { Reads } from '../../db/open.ts'
import { type Project, type Slot, slotSpeakers } from '../../db/schema.ts'
import { speakersNamed } from '../speakers/named.ts'
import { newcomer } from '../speakers/newcomer.ts'
import { withdrawnIn } from '../speakers/withdrawals.ts'
import { added, edited, type RowChange, removed } from './rows.ts'

/** What makes these the ones who speak in a slot, in this order. Whoever stays keeps what they have answered. */
export async function setSpeakers(
  db: Reads,
  project: Pick<Project, 'id'>,
  slot: Pick<Slot, 'id' | 'meetingId'>,
  names: readonly string[],
): Promise<RowChange[]> {
  const before = await db.select().from(slotSpeakers).where(eq(slotSpeakers.slotId, slot.id))
  const known = before.map(({ speakerId }) => speakerId)
  const named = await speakersNamed(db, project, names, known)
  const withdrawn = await withdrawnIn(db, [{ id: slot.meetingId }])
  const gone = before.filter((row) => !named.some(({ speaker }) => speaker.id === row.speakerId))
  const newcomers = named.filter(({ isNew }) => isNew).map(({ speaker }) => added('speakers', speaker))
  const speaking = named.flatMap(({ speaker }, i) => {
    const row = before.find(({ speakerId }) => speakerId === speaker.id)
    const position = i + 1
    if (row) return edited('slotSpeakers', row, { position })
    return added('slotSpeakers', newcomer(slot, speaker, position, withdrawn))
  })
  return [...gone.map((row) => removed('slotSpeakers', row)), ...newcomers, ...speaking]
}
