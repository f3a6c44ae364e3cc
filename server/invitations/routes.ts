import type { FastifyInstance, FastifyRequest } from 'fastify'
import { invitationsPage } from '../../views/invitations/page.ts'
import { paths } from '../../views/paths.ts'
import { blankForm, type Form, readForm, withProblem } from '../forms.ts'
import type { House } from '../house.ts'
import { sayTo } from '../language.ts'
import { ownMeeting } from '../meetings/own-meeting.ts'
import { groupsOf } from '../projects/queries.ts'
import { notFound, Refusal } from '../refusal.ts'
import { invite } from '../registrations/places/invite.ts'
import { registrationOf } from '../registrations/queries.ts'
import { guestForm, untilForm, usualUntil } from './forms.ts'
import { placeOf } from './place.ts'
import { invitationsTo } from './queries.ts'
import { inviteAgain, takeBackInvitation } from './take-back.ts'

type Address = { Params: { project: string; meeting: string } }
type One = { Params: { project: string; meeting: string; registration: string } }
type Filled = Pick<Form<unknown>, 'typed' | 'problems'>

const all = '/organise/:project/:meeting/invitations'

/** Inviting people by name, what became of it, and what can still be done. */
export function invitationRoutes(app: FastifyInstance, house: House): void {
  const { db, now } = house

  app.get<Address>(all, { config: { access: 'organiser' } }, async (request, reply) => {
    return reply.page(await page(request))
  })

  app.post<Address>(all, { config: { access: 'organiser' } }, async (request, reply) => {
    const { project, meeting, by } = await ownMeeting(db, request)
    const guest = guestForm(await groupsOf(db, project), project.locales[0] ?? 'lv')
    const form = readForm(guest.and(untilForm(meeting, now())), request.body)
    if (form.problems) return reply.code(422).page(await page(request, form))
    const outcome = await invite(db, project, meeting, form.values, form.values.until, by, now())
    if (outcome === 'invited') return reply.done(paths.invitations(project, meeting))
    const problem = withProblem(form, 'email', outcome === 'already' ? 'invitations.already' : 'invitations.no-room')
    return reply.code(409).page(await page(request, problem))
  })

  app.post<One>(`${all}/:registration/take-back`, { config: { access: 'organiser' } }, async (request, reply) => {
    const { project, meeting, registration, by } = await invitedIn(request)
    await takeBackInvitation(db, project, meeting, registration, by, now())
    return reply.done(paths.invitations(project, meeting))
  })

  app.post<One>(`${all}/:registration/again`, { config: { access: 'organiser' } }, async (request, reply) => {
    const { project, meeting, registration, by } = await invitedIn(request)
    const form = readForm(untilForm(meeting, now()), request.body)
    if (form.problems) throw new Refusal('invitations.until-range', {}, 422)
    await inviteAgain(db, project, meeting, registration, form.values.until, by, now())
    return reply.done(paths.invitations(project, meeting))
  })

  async function invitedIn(request: FastifyRequest<One>) {
    const found = await ownMeeting(db, request)
    return {
      ...found,
      registration: (await registrationOf(db, found.meeting, request.params.registration)) ?? notFound(),
    }
  }

  async function page(request: FastifyRequest<Address>, form?: Filled) {
    const place = await placeOf(house, request)
    const until = usualUntil(place.meeting, now())
    const view = { ...place, until, invitations: await invitationsTo(db, place.meeting) }
    return invitationsPage(sayTo(request), view, form ?? blankForm({ until }))
  }
}
