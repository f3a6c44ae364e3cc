import type { FastifyInstance, FastifyRequest } from 'fastify'
import { paths } from '../../views/paths.ts'
import { deskPage } from '../../views/registrations/desk.ts'
import { organiserOf, projectOf } from '../access.ts'
import { blankForm, type Form, readForm } from '../forms.ts'
import { record } from '../history.ts'
import type { House } from '../house.ts'
import { sayTo } from '../language.ts'
import { meetingOf } from '../meetings/queries.ts'
import { groupsOf } from '../projects/queries.ts'
import { notFound } from '../refusal.ts'
import { cancel } from './cancel.ts'
import { closedDoor } from './door.ts'
import { registrationsCsv } from './export.ts'
import { handForm } from './forms.ts'
import { listRegistrations, lookOf, matching } from './list.ts'
import { promote } from './offer.ts'
import { registrationOf } from './queries.ts'
import { register } from './register.ts'
import { standing } from './seats.ts'
import { takesOffers } from './waiting-list.ts'

type Address = {
  Params: { project: string; meeting: string; registration: string }
  Querystring: Record<string, string>
}

const list = '/organise/:project/:meeting/registrations'

/** The organisers' list of who comes. */
export function deskRoutes(app: FastifyInstance, { db, now }: House): void {
  app.get<Address>(list, { config: { access: 'organiser' } }, async (request, reply) => {
    return reply.page(await desk(request, blankForm()))
  })

  app.get<Address>(`${list}.csv`, { config: { access: 'organiser' } }, async (request, reply) => {
    const { project, meeting } = await place(request)
    const rows = await matching(db, meeting, lookOf(request.query))
    const exported = { project, meeting, people: String(rows.length) }
    await db.transact(
      (tx) => record(tx, 'registrations.exported', organiserOf(request), exported, now(), { people: exported.people }),
      { touches: 'nothing' },
    )
    reply.header('content-disposition', `attachment; filename="${project.slug}-${meeting.slug}.csv"`)
    reply.header('cache-control', 'private, no-store').type('text/csv; charset=utf-8')
    return reply.send(registrationsCsv(sayTo(request), project, meeting.zone, rows))
  })

  app.post<Address>(list, { config: { access: 'organiser' } }, async (request, reply) => {
    const { project, meeting } = await place(request)
    const form = readForm(handForm(await groupsOf(db, project), project.locales[0] ?? 'lv'), request.body)
    if (form.problems) return reply.code(422).page(await desk(request, form))
    await register(db, project, meeting, form.values, now(), organiserOf(request))
    return reply.done(paths.registrations(project, meeting))
  })

  app.post<Address>(`${list}/:registration/cancel`, { config: { access: 'organiser' } }, async (request, reply) => {
    const { project, meeting } = await place(request)
    const registration = (await registrationOf(db, meeting, request.params.registration)) ?? notFound()
    await cancel(db, project, meeting, registration, now(), organiserOf(request))
    return reply.done(paths.registrations(project, meeting))
  })

  app.post<Address>(`${list}/:registration/promote`, { config: { access: 'organiser' } }, async (request, reply) => {
    const { project, meeting } = await place(request)
    const registration = (await registrationOf(db, meeting, request.params.registration)) ?? notFound()
    await promote(db, project, meeting, registration, organiserOf(request), now())
    return reply.done(paths.registrations(project, meeting))
  })

  async function place(request: FastifyRequest<Address>) {
    const project = projectOf(request)
    return { project, meeting: (await meetingOf(db, project, request.params.meeting)) ?? notFound() }
  }

  async function desk(request: FastifyRequest<Address>, form: Pick<Form<unknown>, 'typed' | 'problems'>) {
    const { project, meeting } = await place(request)
    const look = lookOf(request.query)
    const [listed, places, groups] = await Promise.all([
      listRegistrations(db, meeting, look),
      standing(db, meeting),
      groupsOf(db, project),
    ])
    const [offers, over] = [takesOffers(meeting, now()), closedDoor(meeting, now()) === 'over']
    return deskPage(sayTo(request), { project, meeting, look, list: listed, places, groups, offers, over }, form)
  }
}
