import type { FastifyInstance } from 'fastify'
import type { Project } from '../../db/schema.ts'
import { paths } from '../../views/paths.ts'
import { homePage } from '../../views/projects/home.ts'
import { projectPage } from '../../views/projects/page.ts'
import { privacyPage } from '../../views/projects/privacy.ts'
import { feedLinks } from '../calendar/links.ts'
import type { House } from '../house.ts'
import { publicMeetingsOf } from '../meetings/queries.ts'
import { notFound } from '../refusal.ts'
import * as found from './queries.ts'
import { inOrder, listed, seriesHolds } from './series.ts'

type Address = { Params: { project: string } }

/** What everybody sees of the projects. */
export function projectRoutes(app: FastifyInstance, { db, now, config }: House): void {
  const anyone = { config: { access: 'anyone' as const } }

  app.get('/', anyone, (_request, reply) =>
    reply.kept(async (say) => {
      const [projects, ahead] = [await found.publishedProjects(db), await found.meetingsAhead(db, now())]
      const meetings = ahead.map(({ meeting }) => meeting)
      const standings = await found.standings(db, meetings)
      const shown = ahead.map(({ project, meeting }) => ({
        project,
        listed: listed(meeting, standings.get(meeting.id), now()),
      }))
      const page = homePage(say, { projects, ahead: shown })
      return { page, project: 'everything', until: seriesHolds(meetings, now()) }
    }),
  )

  app.get('/privacy', anyone, (_request, reply) =>
    reply.kept(async (say) => ({ page: privacyPage(say), project: 'nothing', until: null })),
  )

  app.get<Address>('/:project', anyone, async (request, reply) => {
    return await reply.kept(async (say) => {
      const project = (await found.publicProject(db, request.params.project)) ?? notFound()
      const meetings = await publicMeetingsOf(db, project)
      const page = projectPage(say, { ...(await whatItTells(project)), series: await seriesOf(meetings) })
      return { page, project: project.id, until: seriesHolds(meetings, now()) }
    })
  })

  async function whatItTells(project: Project) {
    return {
      project,
      phases: await found.phasesOf(db, project),
      partners: await found.partnersOf(db, project),
      links: await found.linksOf(db, project),
      logos: await found.logosOf(db, project),
      feed: feedLinks(config.publicUrl + paths.projectFeed(project)),
    }
  }

  async function seriesOf(meetings: Awaited<ReturnType<typeof publicMeetingsOf>>) {
    const standings = await found.standings(db, meetings)
    return inOrder(
      meetings.map((meeting) => listed(meeting, standings.get(meeting.id), now())),
      now(),
    )
  }
}
