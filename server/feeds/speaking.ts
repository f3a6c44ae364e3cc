import { and, eq, gt, ne } from '../../db/drizzle.ts'
import type { Locale } from '../../db/languages.ts'
import type { Reads } from '../../db/open.ts'
import { type Meeting, meetings, type Project, slotSpeakers, speakers, withdrawals } from '../../db/schema.ts'
import { latestReleases, publicAgendas } from '../agenda/queries.ts'
import type { Released, ReleasedSlot } from '../agenda/release.ts'
import { slotEntry } from '../calendar/entry.ts'
import { ownSequences } from '../calendar/own-sequence.ts'
import { keptBy } from '../calendar/own-slots.ts'
import { afterCancellation, afterEnd, type Shown, shownUntil } from '../calendar/shown.ts'
import { later } from '../later.ts'
import { isReckonedWith } from '../speakers/standings.ts'

type In = { project: Project; locale: Locale; publicUrl: string }

/** A speaker's slots in all meetings of the project, as released; what they are off again is cancelled for a while. */
export async function speaking(db: Reads, speakerId: string, where: In, now: Temporal.Instant): Promise<Shown[]> {
  const ahead = await recentMeetings(db, where.project, now)
  const said = await latestReleases(db, ahead)
  const address = await addressOf(db, speakerId)
  const parts = await partsOf(db, speakerId, await keptBy(db, where.project, address))
  const theirs = ahead.filter(({ id }) => isInvolved(said.get(id), speakerId, parts))
  const own = await ownSequences(db, where.project, address)
  const shown = await publicAgendas(db, where.project, theirs)
  return theirs.flatMap((meeting) => {
    const named = namedIn(said.get(meeting.id), speakerId)
    return slotsOf(shown.get(meeting.id)).flatMap((slot) => shownSlot({ ...where, own }, meeting, slot, named, parts))
  })
}

async function addressOf(db: Reads, id: string): Promise<string> {
  const [found] = await db.select({ email: speakers.email }).from(speakers).where(eq(speakers.id, id))
  return found?.email ?? ''
}

type Sequenced = In & { own: (meeting: Meeting) => number }
type Parts = { confirmed: Map<string, Temporal.Instant | null>; off: Map<string, Temporal.Instant> }
type Told = ReleasedSlot & { withdrawn?: boolean }

async function recentMeetings(db: Reads, { id }: Project, now: Temporal.Instant): Promise<Meeting[]> {
  const { projectId, status, endsAt } = meetings
  return await db
    .select()
    .from(meetings)
    .where(and(eq(projectId, id), ne(status, 'draft'), gt(endsAt, now.subtract(afterEnd))))
}

/** By slot: since when they are sure to speak in it, and since when they do not, unless they are reckoned with again. */
async function partsOf(db: Reads, speakerId: string, kept: ReadonlySet<string>): Promise<Parts> {
  const rows = await db.select().from(slotSpeakers).where(eq(slotSpeakers.speakerId, speakerId))
  const sure = rows.filter(({ standing }) => standing === 'confirmed')
  const again = new Set([...kept, ...rows.filter(isReckonedWith).map(({ slotId }) => slotId)])
  const gone = await db.select().from(withdrawals).where(eq(withdrawals.speakerId, speakerId))
  return {
    confirmed: new Map(sure.map(({ slotId, confirmedAt }) => [slotId, confirmedAt])),
    off: new Map(gone.filter(({ slotId }) => !again.has(slotId)).map(({ slotId, at }) => [slotId, at])),
  }
}

function isInvolved(agenda: Released | undefined, speakerId: string, { confirmed, off }: Parts): boolean {
  return slotsOf(agenda).some(({ id }) => confirmed.has(id) || off.has(id)) || namedIn(agenda, speakerId).size > 0
}

function slotsOf(agenda: Released | undefined): Told[] {
  return agenda ? [...agenda.slots, ...agenda.withdrawn.map((slot) => ({ ...slot, withdrawn: true }))] : []
}

/** Where the release as it was written down names them, though they may have said no since. */
function namedIn(agenda: Released | undefined, speakerId: string): Set<string> {
  const its = slotsOf(agenda).filter(({ speakers }) => speakers.some(({ id }) => id === speakerId))
  return new Set(its.map(({ id }) => id))
}

function shownSlot(
  where: Sequenced,
  meeting: Meeting,
  slot: Told,
  named: Set<string>,
  { confirmed, off }: Parts,
): Shown[] {
  const { project, locale, publicUrl, own } = where
  const told = slotEntry(project, meeting, slot, locale, publicUrl)
  const entry = { ...told, sequence: told.sequence + own(meeting) }
  const goneAt = off.get(slot.id)
  if (slot.withdrawn && (confirmed.has(slot.id) || named.has(slot.id)))
    return [{ entry, until: entry.changedAt.add(afterCancellation) }]
  if (confirmed.has(slot.id)) {
    const changedAt = later(entry.changedAt, confirmed.get(slot.id) ?? entry.changedAt)
    return [{ entry: { ...entry, changedAt }, until: shownUntil(meeting) }]
  }
  if (!goneAt) return []
  const left = { ...entry, status: 'CANCELLED' as const, transparent: true, changedAt: later(entry.changedAt, goneAt) }
  return [{ entry: left, until: goneAt.add(afterCancellation) }]
}
