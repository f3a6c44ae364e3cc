import type { FastifyInstance, FastifyRequest } from 'fastify'
import { paths } from '../../views/paths.ts'
import { minePage } from '../../views/registrations/mine.ts'
import { nowAndNext } from '../agenda/now-and-next.ts'
import { publicAgenda } from '../agenda/queries.ts'
import { meetingEntry } from '../calendar/entry.ts'
import { calendarLinks } from '../calendar/links.ts'
import { blankForm, readForm, withProblem } from '../forms.ts'
import { ownGuardian } from '../guardianships/own.ts'
import type { House } from '../house.ts'
import { sayTo } from '../language.ts'
import type { Found } from '../meetings/queries.ts'
import { hasBegun, isToday } from '../meetings/status.ts'
import { groupsOf } from '../projects/queries.ts'
import { ownQuestions } from '../questions/own.ts'
import { notFound } from '../refusal.ts'
import { ownWorkshops } from '../workshops/own-page.ts'
import { cancel } from './cancel.ts'
import { change } from './change.ts'
import { closedDoor } from './door.ts'
import { detailsForm } from './forms.ts'
import { lineFor } from './places/line-for.ts'
import { accept } from './places/offer.ts'
import { heldBy, queuePosition } from './queries.ts'

type Address = { Params: { token: string } }

/** What the holder of a manage link sees and does. Opening the link changes nothing: mail scanners open links too. */
export function mineRoutes(app: FastifyInstance, { db, now, config }: House): void {
  app.get<Address>('/mine/:token', { config: { access: 'link' } }, async (request, reply) => {
    const view = await mine(request)
    const { name, groupId, locale } = view.registration
    const known = { name: name ?? '', group: groupId ?? '', language: locale }
    return reply.page(minePage(sayTo(request), view, blankForm(known)))
  })

  for (const giveBack of ['cancel', 'decline']) {
    app.post<Address>(`/mine/:token/${giveBack}`, { config: { access: 'link' } }, async (request, reply) => {
      const { project, meeting, registration } = await held(request)
      await cancel(db, project, meeting, registration, now())
      return reply.done(paths.mine(request.params.token))
    })
  }

  app.post<Address>('/mine/:token/accept', { config: { access: 'link' } }, async (request, reply) => {
    const { project, meeting, registration } = await held(request)
    await accept(db, project, meeting, registration, now())
    return reply.done(paths.mine(request.params.token))
  })

  app.post<Address>('/mine/:token/change', { config: { access: 'link' } }, async (request, reply) => {
    const say = sayTo(request)
    const view = await mine(request)
    const form = readForm(detailsForm(view.groups, view.registration.locale), request.body)
    if (form.problems) return reply.code(422).page(minePage(say, view, form))
    const { project, meeting, registration } = view
    const problem = await change(db, project, meeting, registration, form.values, now())
    if (problem) return reply.code(422).page(minePage(say, view, withProblem(form, 'group', problem)))
    return reply.done(paths.mine(request.params.token))
  })

  async function held(request: FastifyRequest<Address>) {
    return (await heldBy(db, request.params.token, now())) ?? notFound()
  }

  async function mine(request: FastifyRequest<Address>) {
    const found = await held(request)
    const { project, meeting, registration } = found
    const { asked, open } = await ownQuestions(db, found)
    const entry = meetingEntry(project, meeting, sayTo(request).locale, config.publicUrl)
    return {
      ...found,
      groups: await groupsOf(db, project),
      position: await queuePosition(db, registration),
      line: await lineFor(db, found, now()),
      token: request.params.token,
      calendar: calendarLinks(entry),
      over: closedDoor(meeting, now()) === 'over',
      begun: hasBegun(meeting, now()),
      guardian: await ownGuardian(db, registration),
      today: isToday(meeting, now()) ? await asOfNow(found) : null,
      questions: { asked: asked.length, open: open.length },
      workshops: registration.status === 'confirmed' ? await ownWorkshops(db, found, now()) : [],
    }
  }

  async function asOfNow({ project, meeting }: Found) {
    const agenda = await publicAgenda(db, project, meeting)
    return { project, meeting, agenda, moment: nowAndNext(agenda?.slots ?? [], now()), now: now() }
  }
}
