import type { FastifyInstance } from 'fastify'
import { paths } from '../../views/paths.ts'
import { readForm } from '../forms.ts'
import type { House } from '../house.ts'
import { boardRoutes } from './board-routes.ts'
import { pinForm, stretchForm } from './forms.ts'
import { moveSlot } from './move-slot.ts'
import { pinSlot, unpinSlot } from './pin-slot.ts'
import { placeForm } from './place-form.ts'
import { placeSlot } from './place-slot.ts'
import { draftAgenda } from './queries.ts'
import { seenIn } from './seen.ts'
import { stretchSlot } from './stretch-slot.ts'

type Address = { Params: { project: string; meeting: string; slot: string } }

const slot = '/organise/:project/:meeting/agenda/slots/:slot'

/** Where a slot is and how long: what organisers do by dragging, by keyboard, or by these forms. */
export function placingRoutes(app: FastifyInstance, { db, now }: House): void {
  const { slotIn, page, answer } = boardRoutes({ db, now })

  for (const way of ['earlier', 'later'] as const)
    app.post<Address>(`${slot}/${way}`, { config: { access: 'organiser' } }, async (request, reply) => {
      const { project, meeting, by, slot } = await slotIn(request)
      const outcome = await moveSlot(db, project, meeting, slot, way, by, now(), seenIn(request.body))
      return await answer(request, reply, outcome, {
        changed: slot,
        again: paths.agendaSlotDo(project, meeting, slot, way),
      })
    })

  app.post<Address>(`${slot}/place`, { config: { access: 'organiser' } }, async (request, reply) => {
    const { project, meeting, by, slot } = await slotIn(request)
    const form = readForm(placeForm(meeting, await draftAgenda(db, meeting)), request.body)
    if (form.problems) return reply.code(422).page(await page(request, { open: { deed: { slug: slot.slug, form } } }))
    const outcome = await placeSlot(db, project, meeting, slot, form.values, by, now(), seenIn(request.body))
    return await answer(request, reply, outcome, {
      changed: slot,
      again: paths.agendaSlotDo(project, meeting, slot, 'place'),
    })
  })

  app.post<Address>(`${slot}/stretch`, { config: { access: 'organiser' } }, async (request, reply) => {
    const { project, meeting, by, slot } = await slotIn(request)
    const form = readForm(stretchForm, request.body)
    if (form.problems) return reply.code(422).page(await page(request, { open: { deed: { slug: slot.slug, form } } }))
    const outcome = await stretchSlot(db, project, meeting, slot, form.values.minutes, by, now(), seenIn(request.body))
    return await answer(request, reply, outcome, {
      changed: slot,
      again: paths.agendaSlotDo(project, meeting, slot, 'stretch'),
    })
  })

  app.post<Address>(`${slot}/pin`, { config: { access: 'organiser' } }, async (request, reply) => {
    const { project, meeting, by, slot } = await slotIn(request)
    const { values } = readForm(pinForm, request.body)
    const pin = values?.pinned ? pinSlot : unpinSlot
    const outcome = await pin(db, project, meeting, slot, by, now(), seenIn(request.body))
    return await answer(request, reply, outcome, {
      changed: slot,
      again: paths.agendaSlotDo(project, meeting, slot, 'pin'),
    })
  })
}
