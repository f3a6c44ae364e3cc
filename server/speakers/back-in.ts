import { and, desc, eq, inArray } from '../../db/drizzle.ts'
import type { Tx } from '../../db/open.ts'
import { letters, type Meeting, type Project, type SlotSpeaker, type Speaker, type Standing } from '../../db/schema.ts'
import { asRow, type RowChange } from '../agenda/rows.ts'
import { freshMeeting } from '../meetings/queries.ts'
import { isOver } from '../meetings/status.ts'
import { notFound } from '../refusal.ts'
import { freshSpeaker } from './queries.ts'
import { mayHaveArrived } from './taken-off.ts'
import { type SpeakerLetter, tellSpeaker } from './tell.ts'

/** Whoever has said yes hears it when organisers confirm them. */
const retold: Partial<Record<Standing, SpeakerLetter>> = {
  invited: 'speaker-invitation',
  confirmed: 'speaker-confirmed',
}

/** Undoing put people back into slots: whoever has heard meanwhile that they are off hears how it is now. */
export async function tellBackIn(
  tx: Tx,
  { project, meeting: { id } }: { project: Project; meeting: Pick<Meeting, 'id'> },
  rows: readonly RowChange[],
  now: Temporal.Instant,
): Promise<void> {
  const back = rows.flatMap(({ table, before, after }) =>
    table === 'slotSpeakers' && !before && after ? [asRow(table, after) as SlotSpeaker] : [],
  )
  if (back.length === 0) return
  const meeting = (await freshMeeting(tx, { id })) ?? notFound()
  if (meeting.status === 'cancelled' || isOver(meeting, now)) return
  for (const { slotId, speakerId, standing } of back) {
    const [kind, speaker] = [retold[standing], await freshSpeaker(tx, project, { id: speakerId })]
    if (!kind || !speaker || !(await heardOff(tx, meeting, speaker, slotId))) continue
    const facts: Record<string, string> = kind === 'speaker-confirmed' ? { slot: slotId } : {}
    await tellSpeaker(tx, kind, { project, meeting }, speaker, now, { facts })
  }
}

/** That is the last they have heard of it. */
async function heardOff(tx: Tx, meeting: Meeting, speaker: Speaker, slotId: string): Promise<boolean> {
  const kinds: SpeakerLetter[] = ['speaker-invitation', 'speaker-confirmed', 'speaker-off']
  const known = await tx
    .select()
    .from(letters)
    .where(and(eq(letters.speakerId, speaker.id), eq(letters.meetingId, meeting.id), inArray(letters.kind, kinds)))
    .orderBy(desc(letters.queuedAt))
  const last = known.find((letter) => mayHaveArrived(letter) && (letter.facts.slot ?? slotId) === slotId)
  return last?.kind === 'speaker-off'
}
