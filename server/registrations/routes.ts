import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { paths } from '../../views/paths.ts'
import { closedPage, registerPage } from '../../views/registrations/register.ts'
import { registeredPage } from '../../views/registrations/registered.ts'
import { meetingEntry } from '../calendar/entry.ts'
import { calendarLinks } from '../calendar/links.ts'
import { blankForm, type Form, readForm, type Typed, withProblem } from '../forms.ts'
import { asksFurther } from '../guardianships/age-form.ts'
import { furtherOf } from '../guardianships/further.ts'
import type { House } from '../house.ts'
import { sayTo } from '../language.ts'
import { type Found, publicMeeting } from '../meetings/queries.ts'
import { hasBegun } from '../meetings/status.ts'
import { mostOf } from '../parties/spare-places.ts'
import { notFound } from '../refusal.ts'
import { askedAt } from './asked.ts'
import { doorOf } from './door.ts'
import { signUpForm } from './forms.ts'
import type { Person } from './person.ts'
import { standing, waitsAlone } from './places/standing.ts'
import { type Outcome, register } from './register.ts'

type Address = { Params: { project: string; meeting: string } }

/** What a newcomer gets, as the address of the page after it says. */
const lists = { waiting: 'waiting-list', request: 'request', held: 'held' } as const

export function registrationRoutes(app: FastifyInstance, { db, now, config }: House): void {
  app.get<Address>('/:project/:meeting/register', { config: { access: 'anyone' } }, async (request, reply) => {
    const say = sayTo(request)
    const found = (await publicMeeting(db, request.params)) ?? notFound()
    const view = await registerView(found)
    const { door } = view
    const isOpen = door === 'open' || door === 'waiting-list'
    return reply.page(
      isOpen ? registerPage(say, view, blankForm()) : closedPage(say, view, say(`registration.${door}`)),
    )
  })

  app.post<Address>('/:project/:meeting/register', { config: { access: 'anyone' } }, async (request, reply) => {
    const say = sayTo(request)
    const found = (await publicMeeting(db, request.params)) ?? notFound()
    const asked = await askedAt(db, found, now())
    const form = await fitting(found, readForm(signUpForm(asked, say.locale), request.body))
    if (form.problems) {
      const problems = form.problems.filter(({ key }) => key !== asksFurther)
      const asksOn = problems.length === 0
      const view = { ...(await registerView(found, form.typed)), asksOn }
      return reply
        .code(asksOn ? 200 : 422)
        .page(registerPage(say, view, { ...form, problems: asksOn ? null : problems }))
    }
    const { newcomersGet } = await register(
      db,
      found.project,
      found.meeting,
      { ...form.values, photosLocale: say.locale },
      now(),
    )
    const got = newcomersGet === 'place' && form.values.ageBand === 'child' ? 'held' : newcomersGet
    return reply.done(paths.registered(found.project, found.meeting) + listOf(got))
  })

  app.post<Address>('/:project/:meeting/register/further', { config: { access: 'anyone' } }, async (request, reply) => {
    const found = (await publicMeeting(db, request.params)) ?? notFound()
    const { typed } = readForm(z.object({}), request.body)
    return reply.page(registerPage(sayTo(request), await registerView(found, typed), blankForm(typed)))
  })

  app.get<Address & { Querystring: { list?: string } }>(
    '/:project/:meeting/registered',
    { config: { access: 'anyone' } },
    async (request, reply) => {
      const say = sayTo(request)
      const { project, meeting } = (await publicMeeting(db, request.params)) ?? notFound()
      const calendar = calendarLinks(meetingEntry(project, meeting, say.locale, config.publicUrl))
      const list = request.query.list
      const got = list === 'waiting' || list === 'request' || list === 'held' ? lists[list] : 'place'
      return reply.page(registeredPage(say, { project, meeting, got, calendar }))
    },
  )

  /** A party that could never come together need not wait for it. */
  async function fitting({ meeting }: Found, form: Form<Person>): Promise<Form<Person>> {
    const { groupId = null, seats = 1 } = form.values ?? {}
    const most = seats > 1 ? await mostOf(db, meeting, groupId) : seats
    return seats > most ? withProblem(form, 'friends.0', 'friends.problem-too-many', { most }) : form
  }

  async function registerView(found: Found, typed: Typed = {}) {
    const [places, asked] = await Promise.all([standing(db, found.meeting), askedAt(db, found, now())])
    const door = doorOf(found.meeting, places, now())
    const waiting = door === 'waiting-list' ? places.waiting : null
    const { groups, questions, age, photosText } = asked
    const further = age && { ...furtherOf(age, typed), project: found.project, text: photosText }
    const isAhead = door === 'open' && !hasBegun(found.meeting, now())
    const waits = isAhead ? groups.filter(({ id }) => waitsAlone(places, id)).map(({ id }) => id) : []
    return { ...found, groups, waits, questions, door, waiting, further, asksOn: false }
  }
}

function listOf(got: Outcome['newcomersGet'] | 'held'): string {
  const [list] = Object.entries(lists).find(([, answer]) => answer === got) ?? []
  return list ? `?list=${list}` : ''
}
