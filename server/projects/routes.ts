import type { FastifyInstance } from 'fastify'
import { paths } from '../../views/paths.ts'
import { homePage } from '../../views/projects/home.ts'
import { projectPage } from '../../views/projects/page.ts'
import { privacyPage } from '../../views/projects/privacy.ts'
import { feedLinks } from '../calendar/links.ts'
import { overdueHolds } from '../commitments/overdue.ts'
import { earliest } from '../earliest.ts'
import type { House } from '../house.ts'
import { publicAims } from '../numbers/public-aims.ts'
import { notFound } from '../refusal.ts'
import { invitationOf } from '../stories/invitation.ts'
import { seriesHolds } from './series.ts'
import { shownAtHome, shownOf } from './shown.ts'

/** What everybody sees of the projects. */
export function projectRoutes(app: FastifyInstance, { db, now, config }: House): void {
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
      const shown = (await shownOf(db, request.params.project, now())) ?? notFound()
      const feed = feedLinks(config.publicUrl + paths.projectFeed(shown.project))
      const meetings = shown.series.ahead.map(({ meeting }) => meeting)
      const { invitation, holds } = await invitationOf(db, shown.project, null, now())
      const { aims, hold } = await publicAims(db, shown.project, now())
      const page = projectPage(say, { ...shown, feed, invitation, aims })
      const promised = shown.promises.map(({ commitment }) => commitment)
      const late = overdueHolds(promised, shown.project, now())
      return { page, project: shown.project.id, until: earliest(seriesHolds(meetings, now()), holds, late, hold) }
    }),
  )
}
