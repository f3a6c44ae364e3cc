import type { FastifyInstance } from 'fastify'
import { etagOf, isUnchanged } from '../etag.ts'
import type { House } from '../house.ts'
import { chosenLanguage } from '../language.ts'
import { daysOf, publicMeeting } from '../meetings/queries.ts'
import { notFound } from '../refusal.ts'
import { profilesOf } from '../speakers/profiles.ts'
import { publicAgenda } from './queries.ts'
import { scheduleOf } from './schedule.ts'

type Address = { Params: { project: string; meeting: string } }

/** For conference apps: they ask from anywhere, and in no language. */
export function scheduleRoutes(app: FastifyInstance, { db, config: { publicUrl } }: House): void {
  app.get<Address>('/:project/:meeting/schedule.json', { config: { access: 'anyone' } }, async (request, reply) => {
    const { project, meeting } = (await publicMeeting(db, request.params)) ?? notFound()
    const agenda = (await publicAgenda(db, project, meeting)) ?? notFound()
    const locale = chosenLanguage(request) ?? project.locales[0] ?? 'lv'
    const named = agenda.slots.flatMap(({ speakers }) => speakers)
    const profiles = await profilesOf(db, project, named)
    const conference = { project, meeting, agenda, profiles, days: await daysOf(db, meeting) }
    const file = JSON.stringify(scheduleOf(conference, locale, publicUrl))
    const etag = etagOf(file)
    reply.header('etag', etag).header('cache-control', 'public, no-cache').header('access-control-allow-origin', '*')
    if (isUnchanged(request.headers['if-none-match'], etag)) return reply.code(304).send()
    return reply.type('application/json; charset=utf-8').send(file)
  })
}
