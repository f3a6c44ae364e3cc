import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Slot } from '../../db/schema.ts'
import { removeSlotPage } from '../../views/agenda/confirm.ts'
import { agendaPage, type Open } from '../../views/agenda/page.ts'
import { saidOfSlot } from '../../views/agenda/said.ts'
import { typedSlot } from '../../views/agenda/typed.ts'
import { paths } from '../../views/paths.ts'
import { blankForm, readForm } from '../forms.ts'
import type { House } from '../house.ts'
import { sayTo } from '../language.ts'
import { ownMeeting } from '../meetings/own-meeting.ts'
import { notFound } from '../refusal.ts'
import { addSlot } from './add-slot.ts'
import { boardOf } from './board.ts'
import { editSlot } from './edit-slot.ts'
import { slotForm } from './forms.ts'
import { moveSlot } from './move-slot.ts'
import { draftAgenda } from './queries.ts'
import { removeSlot } from './remove-slot.ts'

type Address = { Params: { project: string; meeting: string; slot: string } }

const slots = '/organise/:project/:meeting/agenda/slots'
export function slotRoutes(app: FastifyInstance, { db, now }: House): void {
  app.post<Address>(slots, { config: { access: 'organiser' } }, async (request, reply) => {
    const { project, meeting, by } = await ownMeeting(db, request)
    const form = readForm(slotForm(project, meeting, await draftAgenda(db, meeting)), request.body)
    if (form.problems) return reply.code(422).page(await page(request, { slot: { slug: null, form } }))
    const slot = await addSlot(db, project, meeting, form.values, by, now())
    return reply.done(`${paths.agenda(project, meeting)}#slot-${slot.slug}`, await page(request, {}, slot))
  })

  app.get<Address>(`${slots}/:slot`, { config: { access: 'organiser' } }, async (request, reply) => {
    const { meeting, slot } = await slotIn(request)
    return reply.page(await page(request, { slot: { slug: slot.slug, form: blankForm(typedSlot(slot, meeting)) } }))
  })

  app.post<Address>(`${slots}/:slot`, { config: { access: 'organiser' } }, async (request, reply) => {
    const { project, meeting, by, slot, draft } = await slotIn(request)
    const form = readForm(slotForm(project, meeting, draft), request.body)
    if (form.problems) return reply.code(422).page(await page(request, { slot: { slug: slot.slug, form } }))
    await editSlot(db, project, meeting, slot, form.values, by, now())
    return reply.done(`${paths.agenda(project, meeting)}#slot-${slot.slug}`, await page(request, {}, slot))
  })

  for (const way of ['earlier', 'later'] as const)
    app.post<Address>(`${slots}/:slot/${way}`, { config: { access: 'organiser' } }, async (request, reply) => {
      const { project, meeting, by, slot } = await slotIn(request)
      await moveSlot(db, project, meeting, slot, way, by, now())
      return reply.done(`${paths.agenda(project, meeting)}#slot-${slot.slug}`, await page(request, {}, slot))
    })

  app.get<Address>(`${slots}/:slot/remove`, { config: { access: 'organiser' } }, async (request, reply) => {
    const { slot, ...found } = await slotIn(request)
    return reply.page(removeSlotPage(sayTo(request), found, slot))
  })

  app.post<Address>(`${slots}/:slot/remove`, { config: { access: 'organiser' } }, async (request, reply) => {
    const { project, meeting, by, slot } = await slotIn(request)
    await removeSlot(db, project, meeting, slot, by, now())
    return reply.done(paths.agenda(project, meeting), await page(request, {}, slot))
  })

  async function slotIn(request: FastifyRequest<Address>) {
    const found = await ownMeeting(db, request)
    const draft = await draftAgenda(db, found.meeting)
    return { ...found, draft, slot: draft.slots.find(({ slug }) => slug === request.params.slot) ?? notFound() }
  }

  /** The agenda as it is now, saying where `changed` has got to. */
  async function page(request: FastifyRequest<Address>, open: Open, changed?: Slot) {
    const say = sayTo(request)
    const { project, meeting } = await ownMeeting(db, request)
    const board = await boardOf(db, meeting)
    const view = { project, meeting, board, open, said: '' }
    if (!changed) return agendaPage(say, view)
    const lost = !board.slots.some(({ id }) => id === changed.id)
    return agendaPage(say, { ...view, lost, said: saidOfSlot(say, view, changed) })
  }
}
