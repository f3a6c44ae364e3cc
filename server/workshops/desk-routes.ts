import type { FastifyInstance, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { paths } from '../../views/paths.ts'
import { workshopsDeskPage } from '../../views/workshops/desk.ts'
import { workshopPeoplePage } from '../../views/workshops/people.ts'
import { line, wholeNumber } from '../fields.ts'
import { blankForm, type Form, readForm } from '../forms.ts'
import type { House } from '../house.ts'
import { sayTo } from '../language.ts'
import { ownMeeting } from '../meetings/own-meeting.ts'
import { notFound } from '../refusal.ts'
import { registrationOf } from '../registrations/queries.ts'
import { type HandObstacle, putIn, takeOut } from './by-hand.ts'
import { closeWorkshop } from './close-workshop.ts'
import { type DeskSlot, deskSlots, isWorkshop } from './desk.ts'
import { peopleAt } from './people.ts'
import { setPlaces } from './set-places.ts'

type Address = { Params: { meeting: string } }
type SlotAddress = { Params: { meeting: string; slot: string } }
type Typed = Pick<Form<unknown>, 'typed' | 'problems'>

const desk = '/organise/:project/:meeting/workshops'
const access = { config: { access: 'organiser' } } as const
const placesForm = z.object({ places: wholeNumber(1, 10_000) })
const personForm = z.object({ registration: line(60) })

/** Where organisers let people sign up for workshops, and see who does. */
export function workshopDeskRoutes(app: FastifyInstance, { db, now }: House): void {
  app.get<Address>(desk, access, async (request, reply) => {
    const { project, meeting } = await ownMeeting(db, request)
    const slots = sorted(await deskSlots(db, meeting))
    return reply.page(workshopsDeskPage(sayTo(request), { project, meeting, ...slots, wrong: null }))
  })

  app.post<SlotAddress>(`${desk}/:slot`, access, async (request, reply) => {
    const { slots, slot, by, ...where } = await ownSlot(request)
    const form = readForm(placesForm, request.body)
    if (form.problems) {
      const view = { ...where, ...sorted(slots), wrong: { slot, form } }
      return reply.code(422).page(workshopsDeskPage(sayTo(request), view))
    }
    await setPlaces(db, where, slot, form.values.places, by, now())
    return reply.done(`${paths.workshops(where.project, where.meeting)}#${slot.slug}`)
  })

  app.post<SlotAddress>(`${desk}/:slot/close`, access, async (request, reply) => {
    const { slot, by, ...where } = await ownSlot(request)
    await closeWorkshop(db, where, slot, by, now())
    return reply.done(paths.workshops(where.project, where.meeting))
  })

  app.get<SlotAddress>(`${desk}/:slot`, access, async (request, reply) => {
    return reply.page(await people(request, blankForm(), null))
  })

  app.post<SlotAddress>(`${desk}/:slot/put-in`, access, async (request, reply) => {
    const { slot, by, ...where } = await ownSlot(request)
    const form = readForm(personForm, request.body)
    if (form.problems) return reply.code(422).page(await people(request, form, null))
    const registration = (await registrationOf(db, where.meeting, form.values.registration)) ?? notFound()
    const obstacle = await putIn(db, where, slot.id, registration, by, now())
    if (obstacle) return reply.code(409).page(await people(request, form, obstacle))
    return reply.done(paths.workshop(where.project, where.meeting, slot))
  })

  app.post<SlotAddress>(`${desk}/:slot/take-out`, access, async (request, reply) => {
    const { slot, by, ...where } = await ownSlot(request)
    const form = readForm(personForm, request.body)
    if (form.problems) return reply.code(422).page(await people(request, form, null))
    const registration = (await registrationOf(db, where.meeting, form.values.registration)) ?? notFound()
    await takeOut(db, where, slot, registration, by, now())
    return reply.done(paths.workshop(where.project, where.meeting, slot))
  })

  async function ownSlot(request: FastifyRequest<SlotAddress>) {
    const where = await ownMeeting(db, request)
    const slots = await deskSlots(db, where.meeting)
    return { ...where, slots, slot: slots.find(({ slug }) => slug === request.params.slot) ?? notFound() }
  }

  async function people(request: FastifyRequest<SlotAddress>, form: Typed, obstacle: HandObstacle | null) {
    const { project, meeting, slot } = await ownSlot(request)
    const there = await peopleAt(db, meeting, slot.id)
    return workshopPeoplePage(sayTo(request), { project, meeting, slot, ...there, obstacle }, form)
  }
}

function sorted(slots: DeskSlot[]): { workshops: DeskSlot[]; others: DeskSlot[] } {
  return { workshops: slots.filter(isWorkshop), others: slots.filter((slot) => !isWorkshop(slot)) }
}
