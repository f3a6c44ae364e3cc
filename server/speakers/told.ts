import { eq } from '../../db/drizzle.ts'
import type { Localised } from '../../db/languages.ts'
import type { Reads } from '../../db/open.ts'
import { type Letter, type Meeting, meetings, projects, speakers } from '../../db/schema.ts'
import type { SpeakerTold } from '../../views/letters/speaker-told.ts'
import { paths } from '../../views/paths.ts'
import { publicAgenda } from '../agenda/queries.ts'
import { daysOf } from '../meetings/queries.ts'
import { forgottenAt } from '../registrations/forgotten-at.ts'
import { beforeOf } from '../registrations/letters/before.ts'
import { appearancesIn } from './appearances.ts'
import { entriesOf } from './heard-of-agenda.ts'

/**
 * What a letter to a speaker is written from; null once its secret link, its meeting or the speaker's address is gone.
 * Facts it may have: `slot`, the id of the slot it is about; its `title` then; `entry`, when their calendar has it.
 */
export async function toldOf(db: Reads, letter: Letter, publicUrl: string): Promise<SpeakerTold | null> {
  if (!letter.speakerId || !letter.meetingId || !letter.token) return null
  const [found] = await db
    .select({ project: projects, speaker: speakers })
    .from(speakers)
    .innerJoin(projects, eq(projects.id, speakers.projectId))
    .where(eq(speakers.id, letter.speakerId))
  const [meeting] = await db.select().from(meetings).where(eq(meetings.id, letter.meetingId))
  if (!found || !meeting || found.speaker.email === null) return null
  const slots = await appearancesIn(db, meeting, [found.speaker.id])
  return {
    ...found,
    meeting,
    days: await daysOf(db, meeting),
    slots,
    entries: await entriesOf(db, meeting, found.speaker, slots),
    slot: slots.find(({ slotId }) => slotId === letter.facts.slot) ?? null,
    formerTitle: titleIn(letter.facts),
    formerEntry: await formerEntry(db, meeting, letter.facts),
    before: beforeOf(letter.facts),
    byCalendar: letter.facts.because === 'calendar',
    bySelf: letter.facts.self !== undefined,
    forgottenAt: forgottenAt(meeting),
    speakerUrl: publicUrl + paths.speaker(letter.token),
    publicUrl,
  }
}

function titleIn({ title }: Letter['facts']): Localised | null {
  return title ? JSON.parse(title) : null
}

async function formerEntry(db: Reads, meeting: Meeting, { slot, entry }: Letter['facts']) {
  if (!entry) return null
  const released = await publicAgenda(db, { id: meeting.projectId }, meeting)
  const withdrawn = released?.withdrawn.find(({ id }) => id === slot)
  return released?.slots.find(({ id }) => id === slot) ?? (withdrawn ? { ...withdrawn, withdrawn: true } : null)
}
