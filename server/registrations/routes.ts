import type { FastifyInstance, FastifyReply } from 'fastify'
import { z } from 'zod'
import { closedPage, registerPage } from '../../views/registrations/register.ts'
import type { Say } from '../../views/say.ts'
import { blankForm, type Form, readForm, withProblem } from '../forms.ts'
import { askedOn } from '../guardianships/asks-on.ts'
import type { House } from '../house.ts'
import { sayTo } from '../language.ts'
import { atMost } from '../limits.ts'
import { type Found, publicMeeting } from '../meetings/queries.ts'
import { mostOf } from '../parties/spare-places.ts'
import { proven } from '../proofs/proven.ts'
import { notFound } from '../refusal.ts'
import { registeredPath } from './got.ts'
import { keepSignUps } from './kept-sign-ups.ts'
import type { Person } from './person.ts'
import { register } from './register.ts'
import { registerView } from './register-view.ts'

type Address = { Params: { project: string; meeting: string } }
const signingUp = { access: 'anyone', rateLimit: atMost.signUps } as const

export function registrationRoutes(app: FastifyInstance, house: House): void {
  const { db, now } = house
  const signUpAt = keepSignUps(house)

  app.get<Address>('/:project/:meeting/register', { config: { access: 'anyone' } }, async (request, reply) => {
    const say = sayTo(request)
    const found = (await publicMeeting(db, request.params)) ?? notFound()
    const view = await registerView(db, found, now())
    const { door } = view
    const isOpen = door === 'open' || door === 'waiting-list'
    return reply.page(
      isOpen ? registerPage(say, view, blankForm()) : closedPage(say, view, say(`registration.${door}`)),
    )
  })

  app.post<Address>('/:project/:meeting/register', { config: signingUp }, async (request, reply) => {
    const say = sayTo(request)
    const { found, formIn } = (await signUpAt(request.params)) ?? notFound()
    const read = await fitting(found, readForm(formIn(say.locale), request.body))
    const form = await proven(db, found.meeting, read, now())
    if (form.problems) return await again(reply, say, found, form)
    const { project, meeting } = found
    const person = { ...form.values, photosLocale: say.locale }
    const { newcomersGet } = await register(db, project, meeting, person, now())
    const got = newcomersGet === 'place' && form.values.ageBand === 'child' ? 'held' : newcomersGet
    return reply.done(registeredPath(project, meeting, got))
  })

  app.post<Address>('/:project/:meeting/register/further', { config: signingUp }, async (request, reply) => {
    const found = (await publicMeeting(db, request.params)) ?? notFound()
    const { typed } = readForm(z.object({}), request.body)
    return reply.page(registerPage(sayTo(request), await registerView(db, found, now(), typed), blankForm(typed)))
  })

  async function again(reply: FastifyReply, say: Say, found: Found, form: Form<Person>) {
    const { state, asksOn, code } = askedOn(form)
    const view = { ...(await registerView(db, found, now(), form.typed)), asksOn }
    return reply.code(code).page(registerPage(say, view, state))
  }

  /** A party that could never come together need not wait for it. */
  async function fitting({ meeting }: Found, form: Form<Person>): Promise<Form<Person>> {
    const { groupId = null, seats = 1 } = form.values ?? {}
    const most = seats > 1 ? await mostOf(db, meeting, groupId) : seats
    return seats > most ? withProblem(form, 'friends.0', 'friends.problem-too-many', { most }) : form
  }
}
