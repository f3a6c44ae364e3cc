import type { FastifyInstance } from 'fastify'
import { registeredPage } from '../../views/registrations/registered.ts'
import { meetingEntry } from '../calendar/entry.ts'
import { calendarLinks } from '../calendar/links.ts'
import type { House } from '../house.ts'
import { sayTo } from '../language.ts'
import { publicMeeting } from '../meetings/queries.ts'
import { notFound } from '../refusal.ts'
import { gotIn } from './got.ts'

type Address = { Params: { project: string; meeting: string }; Querystring: { list?: string } }

/** What comes after signing up. It knows nobody, and can be looked at again. */
export function registeredRoutes(app: FastifyInstance, { db, config }: House): void {
  app.get<Address>('/:project/:meeting/registered', { config: { access: 'anyone' } }, async (request, reply) => {
    const say = sayTo(request)
    const { project, meeting } = (await publicMeeting(db, request.params)) ?? notFound()
    const calendar = calendarLinks(meetingEntry(project, meeting, say.locale, config.publicUrl))
    return reply.page(registeredPage(say, { project, meeting, got: gotIn(request.query), calendar }))
  })
}
