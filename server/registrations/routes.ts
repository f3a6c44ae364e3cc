import type { FastifyInstance } from 'fastify'
import { paths } from '../../views/paths.ts'
import { closedPage, registerPage } from '../../views/registrations/register.ts'
import { registeredPage } from '../../views/registrations/registered.ts'
import { meetingEntry } from '../calendar/entry.ts'
import { calendarLinks } from '../calendar/links.ts'
import { blankForm, readForm } from '../forms.ts'
import type { House } from '../house.ts'
import { sayTo } from '../language.ts'
import { publicMeeting } from '../meetings/queries.ts'
import { groupsOf } from '../projects/queries.ts'
import { notFound } from '../refusal.ts'
import { doorOf } from './door.ts'
import { registrationForm } from './forms.ts'
import { register } from './register.ts'
import { standing } from './seats.ts'

type Address = { Params: { project: string; meeting: string } }

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
    const form = readForm(registrationForm(await groupsOf(db, found.project), say.locale), request.body)
    if (form.problems) return reply.code(422).page(registerPage(say, await registerView(found), form))
    const { newcomersGet } = await register(db, found.project, found.meeting, form.values, now())
    const registered = paths.registered(found.project, found.meeting)
    return reply.done(newcomersGet === 'place' ? registered : `${registered}?list=waiting`)
  })

  app.get<Address & { Querystring: { list?: string } }>(
    '/:project/:meeting/registered',
    { config: { access: 'anyone' } },
    async (request, reply) => {
      const say = sayTo(request)
      const { project, meeting } = (await publicMeeting(db, request.params)) ?? notFound()
      const calendar = calendarLinks(meetingEntry(project, meeting, say.locale, config.publicUrl))
      const got = request.query.list === 'waiting' ? 'waiting-list' : 'place'
      return reply.page(registeredPage(say, { project, meeting, got, calendar }))
    },
  )

  async function registerView(found: NonNullable<Awaited<ReturnType<typeof publicMeeting>>>) {
    const places = await standing(db, found.meeting)
    const door = doorOf(found.meeting, places, now())
    const waiting = door === 'waiting-list' ? places.waiting : null
    return { ...found, groups: await groupsOf(db, found.project), door, waiting }
  }
}
