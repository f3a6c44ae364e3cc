import { randomUUID } from 'node:crypto'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { Mailing } from '../../db/schema.ts'
import { type MailingFormView, mailingFormPage } from '../../views/mailings/form.ts'
import { mailingsPage } from '../../views/mailings/list.ts'
import { paths } from '../../views/paths.ts'
import { roleOf } from '../access.ts'
import { once, optionalLine } from '../fields.ts'
import { blankForm, type Form, readForm, withProblem } from '../forms.ts'
import type { House } from '../house.ts'
import { sayTo } from '../language.ts'
import { ownMeeting } from '../meetings/own-meeting.ts'
import { groupsOf } from '../projects/queries.ts'
import { notFound, Refusal } from '../refusal.ts'
import { pickedBy } from '../registrations/desk/plan-form.ts'
import { readableQuestions } from '../registrations/desk/readable.ts'
import { audienceGroups } from './audience-groups.ts'
import { formView } from './form-view.ts'
import { mailingForm, typedOf } from './forms.ts'
import { mailingOf, mailingsOf, progressOf } from './queries.ts'
import { createMailing, editMailing } from './save-mailing.ts'
import { stateOf } from './state.ts'

type Address = { Params: { project: string; meeting: string; mailing: string } }
type Typed = Pick<Form<unknown>, 'typed' | 'problems'>

const list = '/organise/:project/:meeting/mailings'
const access = { config: { access: 'organiser' } } as const

/** Letters to many, as they are written. */
export function mailingRoutes(app: FastifyInstance, { db, now }: House): void {
  app.get<Address>(list, access, async (request, reply) => {
    const { project, meeting } = await ownMeeting(db, request)
    const all = await mailingsOf(db, meeting)
    const far = await progressOf(db, all)
    const mailings = all.flatMap((mailing) => {
      const progress = far.get(mailing.id)
      return progress ? { mailing, progress, state: stateOf(mailing, progress) } : []
    })
    const groups = await audienceGroups(db, project, all)
    return reply.page(mailingsPage(sayTo(request), { project, meeting, mailings, groups }))
  })

  app.get<Address>(`${list}/new`, access, async (request, reply) => {
    const typed = { kind: 'about', 'standing.confirmed': 'yes', once: randomUUID() }
    return reply.page(await page(request, null, blankForm(typed)))
  })

  app.post<Address>(list, access, async (request, reply) => {
    const { project, meeting, by } = await ownMeeting(db, request)
    const groups = await groupsOf(db, project)
    const picked = await pickedIn(request)
    if (picked?.ids.length === 0) throw new Refusal('bulk.nothing', {}, 422)
    const form = readForm(mailingForm(project, groups, picked?.ids ?? null), request.body)
    if (form.problems) return reply.code(422).page(await page(request, null, form))
    const key = readForm(z.object({ once: once() }), request.body).values?.once
    const made = await createMailing(db, { project, meeting }, form.values, key, by, now())
    return reply.done(paths.mailing(project, meeting, made))
  })

  app.post<Address>(`${list}/count`, access, async (request, reply) => {
    const { meeting } = await ownMeeting(db, request)
    const form = readForm(z.object({ mailing: optionalLine(60) }), request.body)
    const mailing = form.typed.mailing ? await draftOf(meeting, form.typed.mailing) : null
    return reply.page(await page(request, mailing, blankForm(form.typed)))
  })

  app.get<Address>(`${list}/:mailing/edit`, access, async (request, reply) => {
    const { meeting } = await ownMeeting(db, request)
    const mailing = await draftOf(meeting, request.params.mailing)
    return reply.page(await page(request, mailing, blankForm(typedOf(mailing))))
  })

  app.post<Address>(`${list}/:mailing`, access, async (request, reply) => {
    const { project, meeting } = await ownMeeting(db, request)
    const mailing = (await mailingOf(db, meeting, request.params.mailing)) ?? notFound()
    const form = readForm(
      mailingForm(project, await audienceGroups(db, project, [mailing]), mailing.audience.ids ?? null),
      request.body,
    )
    if (form.problems) return reply.code(422).page(await page(request, mailing, form))
    if (await editMailing(db, { project, meeting }, mailing, form.values))
      return reply.done(paths.mailing(project, meeting, mailing))
    return reply.code(409).page(await page(request, mailing, withProblem(form, 'kind', 'mailing.gone')))
  })

  /** Once it has started there is nothing to edit. */
  async function draftOf(meeting: { id: string }, id: string): Promise<Mailing> {
    const mailing = (await mailingOf(db, meeting, id)) ?? notFound()
    return mailing.startedAt ? notFound() : mailing
  }

  async function pickedIn(request: FastifyRequest<Address>) {
    const { project, meeting } = await ownMeeting(db, request)
    return await pickedBy(db, { project, meeting }, request.body, await readableQuestions(db, meeting, roleOf(request)))
  }

  async function page(request: FastifyRequest<Address>, mailing: Mailing | null, form: Typed) {
    const { project, meeting } = await ownMeeting(db, request)
    const chosen = mailing || request.method === 'GET' ? null : await pickedIn(request)
    const view = await formView(db, { project, meeting }, mailing, chosen, form.typed, now())
    return mailingFormPage(sayTo(request), view satisfies MailingFormView, form)
  }
}
