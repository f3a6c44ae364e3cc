import { randomUUID } from 'node:crypto'
import multipart from '@fastify/multipart'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { inviteManyPage } from '../../views/invitations/many.ts'
import { invitationsPage } from '../../views/invitations/page.ts'
import { paths } from '../../views/paths.ts'
import { readUpload } from '../files/read-upload.ts'
import { blankForm, type Form, readForm, withProblem } from '../forms.ts'
import type { House } from '../house.ts'
import { inviteMany } from '../imports/bring-in.ts'
import { listLimits, mostRows, type PeopleList, readList } from '../imports/list-form.ts'
import { leftAfter, planOf } from '../imports/plan.ts'
import { sayTo } from '../language.ts'
import { ownMeeting } from '../meetings/own-meeting.ts'
import { groupsOf } from '../projects/queries.ts'
import { notFound, Refusal } from '../refusal.ts'
import { invite } from '../registrations/places/invite.ts'
import { freeIn, roomOf } from '../registrations/places/seats.ts'
import { takesOffers } from '../registrations/places/waiting-list.ts'
import { registrationOf } from '../registrations/queries.ts'
import { guestForm, untilForm, usualUntil } from './forms.ts'
import { invitationsTo } from './queries.ts'
import { inviteAgain, takeBackInvitation } from './take-back.ts'

type Address = { Params: { project: string; meeting: string } }
type One = { Params: { project: string; meeting: string; registration: string } }
type Filled = Pick<Form<unknown>, 'typed' | 'problems'>

const all = '/organise/:project/:meeting/invitations'

/** Inviting people by name: one, or a whole list; what became of it, and what can still be done. */
export function invitationRoutes(app: FastifyInstance, { db, now }: House): void {
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

  app.get<Address>(`${all}/many`, { config: { access: 'organiser' } }, async (request, reply) => {
    return reply.page(await manyPage(request))
  })

  // In a scope of its own: files come in here and nowhere else.
  app.register(async (uploads) => {
    await uploads.register(multipart, { limits: listLimits, throwFileSizeLimit: false })
    uploads.post<Address>(`${all}/many`, { config: { access: 'organiser' } }, many)
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

  async function many(request: FastifyRequest<Address>, reply: FastifyReply) {
    const { project, meeting, groups, open, by } = await placeOf(request)
    const sent = await readUpload(request)
    const list = readList(sent, { groups, locale: project.locales[0] ?? 'lv', needsEmail: true })
    const until = readForm(untilForm(meeting, now()), sent.body)
    if (list.problems || until.problems) {
      const problems = [...(list.problems ?? []), ...(until.problems ?? [])]
      return reply.code(422).page(await manyPage(request, { typed: list.typed, problems }))
    }
    if (!list.values.isSure || !open) return reply.page(await manyPage(request, list, list.values))
    await inviteMany(db, project, meeting, list.values.rows, until.values.until, by, now())
    return reply.done(paths.invitations(project, meeting))
  }

  async function invitedIn(request: FastifyRequest<One>) {
    const found = await ownMeeting(db, request)
    return {
      ...found,
      registration: (await registrationOf(db, found.meeting, request.params.registration)) ?? notFound(),
    }
  }

  async function placeOf(request: FastifyRequest<Address>) {
    const found = await ownMeeting(db, request)
    const [groups, room] = [await groupsOf(db, found.project), await roomOf(db, found.meeting)]
    return { ...found, groups, room, free: freeIn(room), open: takesOffers(found.meeting, now()), most: mostRows }
  }

  async function page(request: FastifyRequest<Address>, form?: Filled) {
    const place = await placeOf(request)
    const until = usualUntil(place.meeting, now())
    const view = { ...place, until, invitations: await invitationsTo(db, place.meeting) }
    return invitationsPage(sayTo(request), view, form ?? blankForm({ until }))
  }

  async function manyPage(request: FastifyRequest<Address>, form?: Filled, list: PeopleList | null = null) {
    const place = await placeOf(request)
    const planned = list && (await planOf(db, place.meeting, list.rows, 'invite', now()))
    const view = { ...place, list, planned, left: planned && leftAfter(place.room, planned) }
    const typed = { until: usualUntil(place.meeting, now()), once: randomUUID() }
    return inviteManyPage(sayTo(request), view, form ?? blankForm(typed))
  }
}
