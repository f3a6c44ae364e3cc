import type { FastifyInstance } from 'fastify'
import type { Meeting, Project } from '../../db/schema.ts'
import { subscribePage } from '../../views/feeds/subscribe-page.ts'
import { paths } from '../../views/paths.ts'
import type { Say } from '../../views/say.ts'
import type { House } from '../house.ts'
import { publicMeeting } from '../meetings/queries.ts'
import { publicProject } from '../projects/queries.ts'
import { qrOf } from '../qr.ts'
import { notFound } from '../refusal.ts'
import { feedLinks } from './links.ts'

type Address = { Params: { project: string; meeting: string } }

/** All ways into people's calendars, for those whom one button does not serve. */
export function subscribeRoutes(app: FastifyInstance, { db, config: { publicUrl } }: House): void {
  app.get<Address>('/:project/subscribe', { config: { access: 'anyone' } }, async (request, reply) =>
    reply.kept(async (say) => {
      const project = (await publicProject(db, request.params.project)) ?? notFound()
      return { page: page(say, project, null), project: project.id, until: null }
    }),
  )

  app.get<Address>('/:project/:meeting/subscribe', { config: { access: 'anyone' } }, async (request, reply) =>
    reply.kept(async (say) => {
      const { project, meeting } = (await publicMeeting(db, request.params)) ?? notFound()
      return { page: page(say, project, meeting), project: project.id, until: null }
    }),
  )

  function page(say: Say, project: Project, meeting: Meeting | null) {
    const links = (path: string) => feedLinks(`${publicUrl}${path}?lang=${say.locale}`)
    const ways = {
      meeting: meeting && links(paths.meetingFeed(project, meeting)),
      project: links(paths.projectFeed(project)),
    }
    return subscribePage(say, { project, meeting, ways, qr: qrOf(publicUrl + paths.subscribe(project, meeting)) })
  }
}
