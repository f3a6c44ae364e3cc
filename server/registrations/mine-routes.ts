import type { FastifyInstance, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { paths } from '../../views/paths.ts'
import { minePage } from '../../views/registrations/mine.ts'
import { blankForm, type Form, readForm, withProblem } from '../forms.ts'
import { type AgeSaid, ageForm, asksFurther } from '../guardianships/age-form.ts'
import type { House } from '../house.ts'
import { sayTo } from '../language.ts'
import { notFound } from '../refusal.ts'
import { cancel } from './cancel.ts'
import { change } from './change.ts'
import { detailsForm } from './forms.ts'
import { ageQuestions, mineView, type OwnView } from './mine-view.ts'
import { accept } from './places/offer.ts'
import { type Held, heldBy } from './queries.ts'

type Address = { Params: { token: string } }

/** What the holder of a manage link sees and does. Opening the link changes nothing: mail scanners open links too. */
export function mineRoutes(app: FastifyInstance, { db, now, config }: House): void {
  app.get<Address>('/mine/:token', { config: { access: 'link' } }, async (request, reply) => {
    const view = await mine(request)
    return reply.page(minePage(sayTo(request), view, knownOf(view)))
  })

  for (const giveBack of ['cancel', 'decline']) {
    app.post<Address>(`/mine/:token/${giveBack}`, { config: { access: 'link' } }, async (request, reply) => {
      const { project, meeting, registration } = await held(request)
      await cancel(db, project, meeting, registration, now())
      return reply.done(paths.mine(request.params.token))
    })
  }

  app.post<Address>('/mine/:token/accept', { config: { access: 'link' } }, async (request, reply) => {
    const view = await mine(request)
    const form = acceptForm(view, request.body)
    const [problem] = form?.problems ?? []
    if (form?.problems) {
      const asksOn = problem?.key === asksFurther
      const age = ageQuestions(view, asksOn ? blankForm(form.typed) : form, asksOn)
      return reply.code(asksOn ? 200 : 422).page(minePage(sayTo(request), { ...view, age }, knownOf(view)))
    }
    const said = form?.values && { ...form.values, photosLocale: sayTo(request).locale }
    await accept(db, view.project, view.meeting, view.registration, now(), said)
    return reply.done(paths.mine(request.params.token))
  })

  app.post<Address>('/mine/:token/change', { config: { access: 'link' } }, async (request, reply) => {
    const say = sayTo(request)
    const view = await mine(request)
    const form = readForm(detailsForm(view.groups, view.registration.locale), request.body)
    if (form.problems) return reply.code(422).page(minePage(say, view, form))
    const { project, meeting, registration } = view
    const problem = await change(db, project, meeting, registration, form.values, now())
    if (problem) return reply.code(422).page(minePage(say, view, withProblem(form, problem.field, problem.key)))
    return reply.done(paths.mine(request.params.token))
  })

  async function held(request: FastifyRequest<Address>) {
    return (await heldBy(db, request.params.token, now())) ?? notFound()
  }

  async function mine(request: FastifyRequest<Address>) {
    return await mineView({ db, now, config }, await held(request), request.params.token, sayTo(request).locale)
  }
}

function knownOf({ registration: { name, groupId, locale, birthYear } }: Held) {
  return blankForm({ name: name ?? '', group: groupId ?? '', language: locale, birthYear: String(birthYear ?? '') })
}

/** Null where nothing is left to be said. What they are known by already is not theirs to say. */
function acceptForm({ owed, registration: { groupId, email } }: OwnView, body: unknown): Form<AgeSaid> | null {
  if (!owed) return null
  const said = z.record(z.string(), z.unknown()).catch({}).parse(body)
  return readForm(ageForm(owed), { ...said, group: groupId ?? '', email: email ?? '' })
}
