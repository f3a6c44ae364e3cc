import { eq } from '../../db/drizzle.ts'
import type { Database, Tx } from '../../db/open.ts'
import { type Meeting, type Organiser, type Project, type Speaker, slotSpeakers } from '../../db/schema.ts'
import { changeDraft } from '../agenda/change-draft.ts'
import { positionAtEnd } from '../agenda/position.ts'
import { added } from '../agenda/rows.ts'
import { notFound, Refusal } from '../refusal.ts'
import { newSpeaker } from './named.ts'
import { newcomer } from './newcomer.ts'
import { freshSpeaker } from './queries.ts'
import { withdrawnIn } from './withdrawals.ts'

export type Addition = {
  slotId: string
  /** Somebody the project knows; absent: somebody new, of this name. */
  speakerId: string | null
  name: string
  kind: Speaker['kind']
  email: string | null
  /** The new speaker's id, when the form it comes from had one: sent twice, they are added once. */
  once?: string | undefined
}

const most = 20

/** One more speaker in a slot, after the others; whoever is in it already stays as they are. */
export async function addToSlot(
  db: Database,
  project: Project,
  meeting: Meeting,
  input: Addition,
  by: Organiser,
  now: Temporal.Instant,
): Promise<void> {
  await changeDraft(db, { project, meeting }, by, now, async (tx, draft) => {
    const slot = draft.slots.find(({ id }) => id === input.slotId) ?? notFound()
    const { speaker, isNew } = await whom(tx, project, input)
    const about = { about: slot.id, title: slot.title }
    if (slot.speakers.some(({ id }) => id === speaker.id)) return { result: undefined, changes: { ...about, rows: [] } }
    if (slot.speakers.length >= most) throw new Refusal('agenda.speakers-limit')
    const others = await tx.select().from(slotSpeakers).where(eq(slotSpeakers.slotId, slot.id))
    const withdrawn = await withdrawnIn(tx, [meeting])
    const row = added('slotSpeakers', newcomer(slot, speaker, positionAtEnd(others), withdrawn))
    const rows = isNew ? [added('speakers', speaker), row] : [row]
    return { result: undefined, changes: { ...about, rows } }
  })
}

async function whom(tx: Tx, project: Project, { speakerId, once, name, kind, email }: Addition) {
  const id = speakerId ?? once
  const known = id ? await freshSpeaker(tx, project, { id }) : null
  if (known) return { speaker: known, isNew: false }
  if (speakerId) notFound()
  const made = newSpeaker(project, name)
  return { speaker: { ...made, id: once ?? made.id, kind, email }, isNew: true }
}
