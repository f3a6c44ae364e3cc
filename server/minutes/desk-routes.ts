import type { FastifyInstance, FastifyRequest } from 'fastify'
import { minutesDeskPage } from '../../views/minutes/desk.ts'
import { versionsPage } from '../../views/minutes/versions.ts'
import { writingPage } from '../../views/minutes/writing.ts'
import { paths } from '../../views/paths.ts'
import { mayOf } from '../access.ts'
import { blankForm, readForm } from '../forms.ts'
import type { House } from '../house.ts'
import { sayTo } from '../language.ts'
import { ownMeeting } from '../meetings/own-meeting.ts'
import { notFound, Refusal } from '../refusal.ts'
import { typedText } from '../typed-text.ts'
import { minutesDesk, slotMinutes } from './desk.ts'
import { minutesForm, versionForm } from './forms.ts'
import { merge } from './merge.ts'
import { approveMinutes, publishMinutes, unpublishMinutes } from './publish-minutes.ts'
import { restoreMinutes, saveMinutes } from './save-minutes.ts'

type Address = { Params: { meeting: string } }
type SlotAddress = { Params: { meeting: string; slotId: string } }

const desk = '/organise/:project/:meeting/minutes'
const one = `${desk}/:slotId`
const writes = { config: { access: 'moderator' } } as const
const decides = { config: { access: 'organiser' } } as const

/** Where the team writes minutes together, and organisers approve and publish them. */
export function minutesDeskRoutes(app: FastifyInstance, house: House): void {
  writingRoutes(app, house)
  decidingRoutes(app, house)
}

function writingRoutes(app: FastifyInstance, house: House): void {
  const { db, now } = house

  app.get<Address>(desk, writes, async (request, reply) => {
    const { project, meeting } = await ownMeeting(db, request)
    return reply.page(minutesDeskPage(sayTo(request), await minutesDesk(db, project, meeting)))
  })

  app.get<SlotAddress>(one, writes, async (request, reply) => {
    const { its } = await found(house, request)
    const [latest] = its.versions
    const typed = { ...typedText('text', latest?.text ?? {}), basedOn: String(latest?.number ?? 0) }
    return reply.page(writingPage(sayTo(request), its, blankForm(typed)))
  })

  app.post<SlotAddress>(one, writes, async (request, reply) => {
    const { its, by, ...where } = await found(house, request)
    const form = readForm(minutesForm(where.project), request.body)
    if (form.problems) return reply.code(422).page(writingPage(sayTo(request), its, form))
    const clash = await saveMinutes(db, where, its.slot, form.values, by, now())
    if (!clash) return reply.done(paths.minutesOf(where.project, where.meeting, its.slot))
    const merged = merge(clash.base, clash.theirs.text, form.values.text)
    const again = blankForm({ ...form.typed, basedOn: String(clash.theirs.number) })
    return reply.code(409).page(writingPage(sayTo(request), its, again, { ...clash, merged }))
  })

  app.get<SlotAddress>(`${one}/versions`, writes, async (request, reply) => {
    const { its } = await found(house, request)
    return reply.page(versionsPage(sayTo(request), its))
  })

  app.post<SlotAddress>(`${one}/restore`, writes, async (request, reply) => {
    const { its, by, ...where } = await found(house, request)
    const { number } = readForm(versionForm, request.body).values ?? malformed()
    await restoreMinutes(db, where, its.slot, number, by, now())
    return reply.done(paths.minutesOf(where.project, where.meeting, its.slot))
  })
}

function decidingRoutes(app: FastifyInstance, house: House): void {
  const { db, now } = house

  app.post<SlotAddress>(`${one}/approve`, decides, async (request, reply) => {
    const { its, by, ...where } = await found(house, request)
    const { number } = readForm(versionForm, request.body).values ?? malformed()
    await approveMinutes(db, where, its.slot, number, by, now())
    return reply.done(paths.minutesOf(where.project, where.meeting, its.slot))
  })

  for (const [deed, act] of [
    ['publish', publishMinutes],
    ['unpublish', unpublishMinutes],
  ] as const)
    app.post<SlotAddress>(`${one}/${deed}`, decides, async (request, reply) => {
      const { its, by, ...where } = await found(house, request)
      await act(db, where, its.slot, by, now())
      return reply.done(paths.minutesOf(where.project, where.meeting, its.slot))
    })
}

function malformed(): never {
  throw new Refusal('refusal.malformed', {}, 422)
}

async function found({ db }: House, request: FastifyRequest<SlotAddress>) {
  const where = await ownMeeting(db, request)
  return { ...where, its: (await slotMinutes(db, where, request.params.slotId, mayOf(request))) ?? notFound() }
}
