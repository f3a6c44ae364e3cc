import type { FastifyInstance } from 'fastify'
import { minutesPage } from '../../views/minutes/page.ts'
import { publicAgenda } from '../agenda/queries.ts'
import type { House } from '../house.ts'
import { publicMeeting } from '../meetings/queries.ts'
import { notFound } from '../refusal.ts'
import { publicMinutes } from './queries.ts'

type Address = { Params: { project: string; meeting: string } }

/** What was said at a meeting, for everybody. */
export function minutesRoutes(app: FastifyInstance, { db }: House): void {
  app.get<Address>('/:project/:meeting/minutes', { config: { access: 'anyone' } }, (request, reply) =>
    reply.kept(async (say) => {
      const { project, meeting } = (await publicMeeting(db, request.params)) ?? notFound()
      const agenda = await publicAgenda(db, project, meeting)
      const minutes = await publicMinutes(db, meeting)
      const slots = agenda?.slots.filter(({ id }) => minutes.has(id)) ?? []
      return { page: minutesPage(say, { project, meeting, slots, minutes }), project: project.id, until: null }
    }),
  )
}
