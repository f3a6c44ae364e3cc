import { randomUUID } from 'node:crypto'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { paths } from '../../views/paths.ts'
import { deskPage } from '../../views/registrations/desk.ts'
import { blankForm, type Form, readForm } from '../forms.ts'
import type { House } from '../house.ts'
import { sayTo } from '../language.ts'
import { ownMeeting } from '../meetings/own-meeting.ts'
import { groupsOf } from '../projects/queries.ts'
import { notFound } from '../refusal.ts'
import { cancel } from './cancel.ts'
import { registrationsCsv } from './csv.ts'
import { closedDoor } from './door.ts'
import { exportRegistrations } from './export.ts'
import { handForm } from './forms.ts'
import { listRegistrations, lookOf, sorts, statuses } from './list.ts'
import { promote } from './offer.ts'
import { registrationOf } from './queries.ts'
import { register } from './register.ts'
import { standing } from './standing.ts'
import { takesOffers } from './waiting-list.ts'

type Address = {
  Params: { project: string; meeting: string; registration: string }
  Querystring: Record<string, string>
}

const list = '/organise/:project/:meeting/registrations'

/** The organisers' list of who comes. */
export function deskRoutes(app: FastifyInstance, { db, now }: House): void {
  app.get<Address>(list, { config: { access: 'organiser' } }, async (request, reply) => {
    return reply.page(await desk(request, blankForm({ once: randomUUID() })))
  })

  app.get<Address>(`${list}.csv`, { config: { access: 'organiser' } }, async (request, reply) => {
    const { project, meeting, by } = await ownMeeting(db, request)
    const rows = await exportRegistrations(db, project, meeting, lookOf(request.query), by, now())
    reply.header('content-disposition', `attachment; filename="${project.slug}-${meeting.slug}.csv"`)
    reply.header('cache-control', 'private, no-store').type('text/csv; charset=utf-8')
    return reply.send(registrationsCsv(sayTo(request), project, meeting.zone, rows))
  })

  app.post<Address>(list, { config: { access: 'organiser' } }, async (request, reply) => {
    const { project, meeting, by } = await ownMeeting(db, request)
    const form = readForm(handForm(await groupsOf(db, project), project.locales[0] ?? 'lv'), request.body)
    if (form.problems) return reply.code(422).page(await desk(request, form))
    await register(db, project, meeting, form.values, now(), by)
    return reply.done(paths.registrations(project, meeting))
  })

  app.post<Address>(`${list}/:registration/cancel`, { config: { access: 'organiser' } }, async (request, reply) => {
    const { project, meeting, by, registration } = await registrationIn(request)
    await cancel(db, project, meeting, registration, now(), by)
    return reply.done(paths.registrations(project, meeting))
  })

  app.post<Address>(`${list}/:registration/promote`, { config: { access: 'organiser' } }, async (request, reply) => {
    const { project, meeting, by, registration } = await registrationIn(request)
    await promote(db, project, meeting, registration, by, now())
    return reply.done(paths.registrations(project, meeting))
  })

  async function registrationIn(request: FastifyRequest<Address>) {
    const found = await ownMeeting(db, request)
    const registration = (await registrationOf(db, found.meeting, request.params.registration)) ?? notFound()
    return { ...found, registration }
  }

  async function desk(request: FastifyRequest<Address>, form: Pick<Form<unknown>, 'typed' | 'problems'>) {
    const { project, meeting } = await ownMeeting(db, request)
    const look = lookOf(request.query)
    const [listed, places, groups] = await Promise.all([
      listRegistrations(db, meeting, look),
      standing(db, meeting),
      groupsOf(db, project),
    ])
    const [offers, over] = [takesOffers(meeting, now()), closedDoor(meeting, now()) === 'over']
    return deskPage(
      sayTo(request),
      { project, meeting, look, statuses, sorts, list: listed, places, groups, offers, over },
      form,
    )
  }
}
