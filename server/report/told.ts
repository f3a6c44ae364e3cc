import type { Reads } from '../../db/open.ts'
import type { Logo, Material, Meeting, Partner, Phase, Photo, Project, ProjectLink, Report } from '../../db/schema.ts'
import { publicAgendas } from '../agenda/queries.ts'
import type { ReleasedSlot } from '../agenda/release.ts'
import { type Followed, publicCommitments } from '../commitments/queries.ts'
import { publishedNews } from '../news/queries.ts'
import { type Numbers, numbersOf } from '../numbers/numbers.ts'
import { countAnswers } from '../numbers/queries.ts'
import { photosOfMany } from '../photos/shown.ts'
import { linksOf, logosOf, partnersOf, phasesOf } from '../projects/queries.ts'
import { evidenceOf, heldMeetings, reportOf } from './queries.ts'

/** Speakers among the slots are those who may be named; the photos those that the funder may see. */
export type HeldMeeting = { meeting: Meeting; slots: ReleasedSlot[]; photos: Photo[]; sheets: Material[] }

/** Everything that a closing report tells. */
export type ReportTold = {
  project: Project
  report: Report | null
  phases: Phase[]
  partners: Partner[]
  links: ProjectLink[]
  logos: Logo[]
  meetings: HeldMeeting[]
  /** Evidence that belongs to no meeting. */
  evidence: Material[]
  numbers: Numbers
  answers: number
  promises: Followed[]
  news: Awaited<ReturnType<typeof publishedNews>>
}

export async function reportTold(db: Reads, project: Project, now: Temporal.Instant): Promise<ReportTold> {
  const evidence = await evidenceOf(db, project)
  return {
    project,
    report: await reportOf(db, project),
    phases: await phasesOf(db, project),
    partners: await partnersOf(db, project),
    links: await linksOf(db, project),
    logos: await logosOf(db, project),
    meetings: await meetingsTold(db, project, evidence, now),
    evidence: evidence.filter(({ meetingId }) => meetingId === null),
    numbers: await numbersOf(db, project, now),
    answers: await countAnswers(db, project),
    promises: await publicCommitments(db, project),
    news: await publishedNews(db, project),
  }
}

/** All that a report may choose from, in the order of the meetings. */
export async function photosToChoose(db: Reads, project: Project, now: Temporal.Instant): Promise<Photo[]> {
  const held = await heldMeetings(db, project, now)
  const photos = await photosOfMany(db, project, held, 'funder', now)
  return held.flatMap(({ id }) => photos.get(id) ?? [])
}

async function meetingsTold(
  db: Reads,
  project: Project,
  evidence: readonly Material[],
  now: Temporal.Instant,
): Promise<HeldMeeting[]> {
  const held = await heldMeetings(db, project, now)
  const agendas = await publicAgendas(db, project, held)
  const photos = await photosOfMany(db, project, held, 'funder', now)
  return held.map((meeting) => ({
    meeting,
    slots: agendas.get(meeting.id)?.slots ?? [],
    photos: photos.get(meeting.id) ?? [],
    sheets: evidence.filter(({ meetingId }) => meetingId === meeting.id),
  }))
}
