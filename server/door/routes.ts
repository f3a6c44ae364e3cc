import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { doorPage } from '../../views/door/page.ts'
import { doorSheetPage } from '../../views/door/sheet.ts'
import { paths } from '../../views/paths.ts'
import { roleOf } from '../access.ts'
import { readForm, type Typed } from '../forms.ts'
import { withCamera } from '../headers.ts'
import type { House } from '../house.ts'
import { sayTo } from '../language.ts'
import { ownMeeting } from '../meetings/own-meeting.ts'
import { notFound, Refusal } from '../refusal.ts'
import { registrationOf } from '../registrations/queries.ts'
import { countHeads } from './count-heads.ts'
import { countForm, pressForm } from './forms.ts'
import { press } from './press.ts'
import { doorView, everybodyExpected } from './queries.ts'

type Address = { Params: { project: string; meeting: string }; Querystring: Record<string, string> }
type OneAddress = { Params: { project: string; meeting: string; registration: string }; Querystring: Glanced }
type Glanced = Record<string, string>

const door = '/organise/:project/:meeting/door'
const access = { config: { access: 'door' } } as const
const printed = { config: { access: 'door', standsInLine: true } } as const

/** Who is expected and who has come, for those who stand at the door. */
export function doorRoutes(app: FastifyInstance, { db, now }: House): void {
  app.get<Address>(door, access, async (request, reply) => {
    const where = await ownMeeting(db, request)
    const view = await doorView(db, where, request.query, roleOf(request))
    reply.header('permissions-policy', withCamera)
    return reply.page(doorPage(sayTo(request), view))
  })

  app.get<Address>(`${door}/sheet`, printed, async (request, reply) => {
    const { project, meeting } = await ownMeeting(db, request)
    const all = await everybodyExpected(db, meeting)
    return reply.page(doorSheetPage(sayTo(request), { project, meeting, ...all }))
  })

  for (const [address, deed] of [
    ['in', 'in'],
    ['undo', 'undone'],
  ] as const) {
    app.post<OneAddress>(`${door}/:registration/${address}`, access, async (request, reply) => {
      const { by, registration, ...where } = await ownComer(request)
      const { participant, ...glance } = readForm(pressForm, request.body).values ?? notFound()
      const comer = { registrationId: registration.id, participantId: participant || null }
      await press(db, where, comer, deed, by, now())
      return await done(request, reply, glance)
    })
  }

  app.post<OneAddress>(`${door}/:registration/count`, access, async (request, reply) => {
    const { by, registration, ...where } = await ownComer(request)
    if (registration.kind === 'person') throw new Refusal('refusal.malformed', {}, 400)
    const form = readForm(countForm, request.body)
    if (form.problems) {
      const view = await doorView(db, where, { only: registration.id }, roleOf(request))
      return reply.code(422).page(doorPage(sayTo(request), view, { form, registration }))
    }
    const { people, ...glance } = form.values
    await countHeads(db, where, registration, people, by, now())
    return await done(request, reply, glance)
  })

  async function ownComer(request: FastifyRequest<OneAddress>) {
    const where = await ownMeeting(db, request)
    const registration = (await registrationOf(db, where.meeting, request.params.registration)) ?? notFound()
    return { ...where, registration }
  }

  async function done(request: FastifyRequest<OneAddress>, reply: FastifyReply, glance: Typed) {
    const { project, meeting } = await ownMeeting(db, request)
    const view = await doorView(db, { project, meeting }, glance, roleOf(request))
    return reply.done(paths.door(project, meeting, said(glance)), doorPage(sayTo(request), view))
  }
}

function said(glance: Typed): Record<string, string> {
  return Object.fromEntries(
    Object.entries(glance).filter(([name, value]) => value !== '' && !(name === 'page' && value === '1')),
  )
}
