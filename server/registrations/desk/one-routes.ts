import type { FastifyInstance, FastifyRequest } from 'fastify'
import { paths } from '../../../views/paths.ts'
import { onePage } from '../../../views/registrations/one.ts'
import { roleOf } from '../../access.ts'
import { withdrawPhotos } from '../../consents/withdraw-photos.ts'
import { blankForm, type Form, readForm, withProblem } from '../../forms.ts'
import type { House } from '../../house.ts'
import { sayTo } from '../../language.ts'
import { isSuppressed } from '../../mail/suppressed.ts'
import { ownMeeting } from '../../meetings/own-meeting.ts'
import { groupsOf } from '../../projects/queries.ts'
import { notFound } from '../../refusal.ts'
import { workshopsOnAgenda } from '../../workshops/on-agenda.ts'
import { cancel } from '../cancel.ts'
import { change } from '../change.ts'
import { correctAddress } from '../correct-address.ts'
import { closedDoor } from '../door.ts'
import { addressForm, detailsForm } from '../forms.ts'
import { approve, refuse } from '../places/approve.ts'
import { promote } from '../places/offer.ts'
import { takesOffers } from '../places/waiting-list.ts'
import { registrationOf } from '../queries.ts'
import { columnsOf } from './columns.ts'
import { oneRegistration } from './one.ts'
import { readableQuestions } from './readable.ts'

type Address = { Params: { project: string; meeting: string; registration: string } }

const one = '/organise/:project/:meeting/registrations/:registration'

/** One registration as organisers see it, and what they do with it. */
export function oneRegistrationRoutes(app: FastifyInstance, { db, now }: House): void {
  app.get<Address>(one, { config: { access: 'organiser' } }, async (request, reply) => {
    return reply.page(await page(request, blankForm()))
  })

  app.post<Address>(`${one}/change`, { config: { access: 'organiser' } }, async (request, reply) => {
    const { project, meeting, by, registration } = await registrationIn(request)
    const form = readForm(detailsForm(await groupsOf(db, project), registration.locale), request.body)
    if (form.problems) return reply.code(422).page(await page(request, form))
    const problem = await change(db, project, meeting, registration, form.values, now(), by)
    if (problem) return reply.code(422).page(await page(request, withProblem(form, problem.field, problem.key)))
    return reply.done(paths.registration(project, meeting, registration))
  })

  app.post<Address>(`${one}/address`, { config: { access: 'organiser' } }, async (request, reply) => {
    const { project, meeting, by, registration } = await registrationIn(request)
    const form = readForm(addressForm, request.body)
    if (form.problems) return reply.code(422).page(await page(request, form))
    const problem = await correctAddress(db, { project, meeting }, registration, form.values.email, by, now())
    if (problem) return reply.code(422).page(await page(request, withProblem(form, 'email', problem)))
    return reply.done(paths.registration(project, meeting, registration))
  })

  app.post<Address>(`${one}/cancel`, { config: { access: 'organiser' } }, async (request, reply) => {
    const { project, meeting, by, registration } = await registrationIn(request)
    await cancel(db, project, meeting, registration, now(), by)
    return reply.done(paths.registration(project, meeting, registration))
  })

  for (const [name, deed] of Object.entries({ approve, refuse, promote, 'no-photos': withdrawPhotos })) {
    app.post<Address>(`${one}/${name}`, { config: { access: 'organiser' } }, async (request, reply) => {
      const { project, meeting, by, registration } = await registrationIn(request)
      await deed(db, project, meeting, registration, by, now())
      return reply.done(paths.registration(project, meeting, registration))
    })
  }

  async function registrationIn(request: FastifyRequest<Address>) {
    const found = await ownMeeting(db, request)
    const registration = (await registrationOf(db, found.meeting, request.params.registration)) ?? notFound()
    return { ...found, registration }
  }

  async function page(request: FastifyRequest<Address>, form: Pick<Form<unknown>, 'typed' | 'problems'>) {
    const { project, meeting, registration } = await registrationIn(request)
    const { name, email, groupId, locale } = registration
    const known = { name: name ?? '', email: email ?? '', group: groupId ?? '', language: locale }
    const columns = columnsOf(
      meeting,
      await readableQuestions(db, meeting, roleOf(request)),
      await workshopsOnAgenda(db, meeting),
    )
    const found = await oneRegistration(db, meeting, registration, columns)
    const isUnreachable = registration.email !== null && (await isSuppressed(db, registration.email, now()))
    const closed = closedDoor(meeting, now())
    const [offers, over] = [takesOffers(meeting, now()), closed === 'over' || closed === 'cancelled']
    const groups = await groupsOf(db, project)
    return onePage(
      sayTo(request),
      { project, meeting, registration, columns, ...found, isUnreachable, groups, offers, over },
      {
        ...form,
        typed: { ...known, ...form.typed },
      },
    )
  }
}
