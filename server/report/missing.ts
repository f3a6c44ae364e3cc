import { and, count, eq, inArray, isNull, ne } from '../../db/drizzle.ts'
import type { Reads } from '../../db/open.ts'
import { type Meeting, materials, minutes, type Project, voices } from '../../db/schema.ts'
import { latestReleases } from '../agenda/queries.ts'
import { untranslated } from '../meetings/untranslated.ts'
import { attendanceOf } from '../numbers/attendance.ts'
import { photosOfMany } from '../photos/shown.ts'
import { heldMeetings, reportOf } from './queries.ts'
import { sectionKeys } from './sections.ts'

/** What a funder will ask for and is not there yet; `meeting` absent: of the project as a whole. */
export type Lack = {
  what: 'programme' | 'sign-sheet' | 'attendance' | 'photos' | 'minutes' | 'translation' | 'answers' | 'words'
  meeting: Meeting | null
}

/** The evidence that is missing of the meetings that are over. */
export async function lacksOf(db: Reads, project: Project, now: Temporal.Instant): Promise<Lack[]> {
  const held = await heldMeetings(db, project, now)
  const agendas = await latestReleases(db, held)
  const signed = await signedAt(db, held)
  const photos = await photosOfMany(db, project, held, 'funder', now)
  const unpublished = await unpublishedMinutes(db, held)
  const { cells } = await attendanceOf(db, project)
  const lacks = held.flatMap((meeting): Lack[] => {
    const found: [Lack['what'], boolean][] = [
      ['programme', !agendas.has(meeting.id)],
      ['sign-sheet', !signed.has(meeting.id)],
      ['attendance', !cells.some(({ meetingId, came }) => meetingId === meeting.id && came > 0)],
      ['photos', !photos.has(meeting.id)],
      ['minutes', unpublished.has(meeting.id)],
      ['translation', untranslated(project, meeting).length > 0],
    ]
    return found.filter(([, isLacking]) => isLacking).map(([what]) => ({ what, meeting }))
  })
  return [...lacks, ...(await lacksOfProject(db, project))]
}

async function lacksOfProject(db: Reads, project: Project): Promise<Lack[]> {
  const sections = (await reportOf(db, project))?.sections ?? {}
  const isWritten = sectionKeys.every((key) => project.locales.every((locale) => sections[key]?.[locale]))
  const lacks: Lack[] = isWritten ? [] : [{ what: 'words', meeting: null }]
  return (await unanswered(db, project)) > 0 ? [...lacks, { what: 'answers', meeting: null }] : lacks
}

async function signedAt(db: Reads, of: readonly Meeting[]): Promise<Set<string | null>> {
  const ids = of.map(({ id }) => id)
  const rows = await db
    .select({ meetingId: materials.meetingId })
    .from(materials)
    .where(and(inArray(materials.meetingId, ids), eq(materials.kind, 'evidence')))
  return new Set(rows.map(({ meetingId }) => meetingId))
}

async function unpublishedMinutes(db: Reads, of: readonly Meeting[]): Promise<Set<string>> {
  const ids = of.map(({ id }) => id)
  const rows = await db
    .select({ meetingId: minutes.meetingId })
    .from(minutes)
    .where(and(inArray(minutes.meetingId, ids), isNull(minutes.publishedAt)))
  return new Set(rows.map(({ meetingId }) => meetingId))
}

async function unanswered(db: Reads, { id }: Project): Promise<number> {
  const isOpen = and(isNull(voices.answeredAt), isNull(voices.spokenAt), ne(voices.status, 'hidden'))
  const [row] = await db
    .select({ questions: count() })
    .from(voices)
    .where(and(eq(voices.projectId, id), eq(voices.kind, 'question'), ne(voices.status, 'merged'), isOpen))
  return row?.questions ?? 0
}
