import type { FastifyInstance } from 'fastify'
import { doorPage } from '../../views/door/page.ts'
import { roleOf } from '../access.ts'
import type { House } from '../house.ts'
import { sayTo } from '../language.ts'
import { ownMeeting } from '../meetings/own-meeting.ts'
import { expectedAt, glanceOf } from './queries.ts'

type Address = { Params: { project: string; meeting: string }; Querystring: Record<string, string> }

/** Who is expected, for those who stand at the door. */
export function doorRoutes(app: FastifyInstance, { db }: House): void {
  app.get<Address>('/organise/:project/:meeting/door', { config: { access: 'door' } }, async (request, reply) => {
    const { project, meeting } = await ownMeeting(db, request)
    const glance = glanceOf(request.query)
    const expecting = await expectedAt(db, project, meeting, glance, roleOf(request))
    return reply.page(doorPage(sayTo(request), { project, meeting, glance, ...expecting }))
  })
}
