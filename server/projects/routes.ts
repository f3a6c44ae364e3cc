import type { FastifyInstance } from 'fastify'
import type { Meeting } from '../../db/schema.ts'
import { paths } from '../../views/paths.ts'
import { homePage } from '../../views/projects/home.ts'
import { type ProjectShown, projectPage } from '../../views/projects/page.ts'
import { privacyPage } from '../../views/projects/privacy.ts'
import { feedLinks } from '../calendar/links.ts'
import { overdueHolds } from '../commitments/overdue.ts'
import { earliest } from '../earliest.ts'
import type { House } from '../house.ts'
import { keepLasting } from '../kept-lasting.ts'
import { publicAims } from '../numbers/public-aims.ts'
import { notFound } from '../refusal.ts'
import { invitationOf } from '../stories/invitation.ts'
import { seriesHolds } from './series.ts'
import { seriesOf, shownAtHome, shownOf } from './shown.ts'

type LastingShown = Omit<ProjectShown, 'series' | 'aims'> & { meetings: Meeting[] }

/** What everybody sees of the projects. */
export function projectRoutes(app: FastifyInstance, { db, now, config }: House): void {
  const keptLasting = keepLasting<LastingShown>({ db, now })

  app.get('/', { config: { access: 'anyone' } }, (_request, reply) =>
    reply.kept(async (say) => {
      const shown = await shownAtHome(db, now())
      const meetings = shown.ahead.map(({ listed }) => listed.meeting)
      return { page: homePage(say, shown), project: 'everything', until: seriesHolds(meetings, now()) }
    }),
  )

  app.get('/privacy', { config: { access: 'anyone' } }, (_request, reply) =>
    reply.kept(async (say) => ({ page: privacyPage(say), project: 'nothing', until: null })),
  )

  app.get<{ Params: { project: string } }>('/:project', { config: { access: 'anyone' } }, (request, reply) =>
    reply.kept(async (say) => {
      const { project, shown, until } = await lasting(request.params.project)
      const series = await seriesOf(db, shown.meetings, now())
      const { aims, hold } = await publicAims(db, shown.project, now())
      return { page: projectPage(say, { ...shown, series, aims }), project, until: earliest(until, hold) }
    }),
  )

  async function lasting(slug: string) {
    return await keptLasting(slug, async () => {
      const shown = (await shownOf(db, slug, now())) ?? notFound()
      const { project, meetings, promises } = shown
      const { invitation, holds } = await invitationOf(db, project, null, now())
      const promised = promises.map(({ commitment }) => commitment)
      const until = earliest(seriesHolds(meetings, now()), holds, overdueHolds(promised, project, now()))
      const feed = feedLinks(config.publicUrl + paths.projectFeed(project))
      return { project: project.id, shown: { ...shown, invitation, feed }, until }
    })
  }
}
