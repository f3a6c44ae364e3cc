import type { Reads } from '../../db/open.ts'
import type { Meeting, Project } from '../../db/schema.ts'
import type { HomeShown } from '../../views/projects/home.ts'
import { isOverdue } from '../commitments/overdue.ts'
import { publicCommitments } from '../commitments/queries.ts'
import { answersShown } from '../dialogue/shown.ts'
import { hasMaterials } from '../materials/queries.ts'
import { publicMeetingsOf } from '../meetings/queries.ts'
import { publishedNews } from '../news/queries.ts'
import { standings } from '../registrations/places/standing.ts'
import { linksOf, logosOf, meetingsAhead, partnersOf, phasesOf, publicProject, publishedProjects } from './queries.ts'
import { inOrder, listed, type Series } from './series.ts'

/** All that the front page shows. */
export async function shownAtHome(db: Reads, now: Temporal.Instant): Promise<HomeShown> {
  const ahead = await meetingsAhead(db, now)
  const places = await standings(
    db,
    ahead.map(({ meeting }) => meeting),
  )
  return {
    projects: await publishedProjects(db),
    ahead: ahead.map(({ project, meeting }) => ({ project, listed: listed(meeting, places(meeting), now) })),
  }
}

/** All that a project's page shows whoever has a place, or null where the public sees none. */
export async function shownOf(db: Reads, slug: string, now: Temporal.Instant) {
  const project = await publicProject(db, slug)
  if (!project) return null
  const news = await publishedNews(db, project)
  return {
    project,
    news,
    phases: await phasesOf(db, project),
    partners: await partnersOf(db, project),
    links: await linksOf(db, project),
    logos: await logosOf(db, project),
    hasMaterials: (await hasMaterials(db, project)) || news.length > 0,
    meetings: await publicMeetingsOf(db, project),
    promises: await promisesOf(db, project, now),
    hasAnswers: (await answersShown(db, project, now)).parts.length > 0,
  }
}

/** What the city has promised lately. */
async function promisesOf(db: Reads, project: Project, now: Temporal.Instant) {
  const followed = await publicCommitments(db, project)
  return followed.map((one) => ({ ...one, isOverdue: isOverdue(one.commitment, project, now) }))
}

/** These meetings, with how their places stand. */
export async function seriesOf(db: Reads, meetings: Meeting[], now: Temporal.Instant): Promise<Series> {
  const places = await standings(db, meetings)
  return inOrder(
    meetings.map((meeting) => listed(meeting, places(meeting), now)),
    now,
  )
}
