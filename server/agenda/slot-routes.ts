import type { FastifyInstance } from 'fastify'
import { removeSlotPage } from '../../views/agenda/confirm.ts'
import { paths } from '../../views/paths.ts'
import { readForm } from '../forms.ts'
import type { House } from '../house.ts'
import { sayTo } from '../language.ts'
import { ownMeeting } from '../meetings/own-meeting.ts'
import { addSlot } from './add-slot.ts'
import { boardRoutes } from './board-routes.ts'
import { editSlot } from './edit-slot.ts'
import { slotForm } from './forms.ts'
import { draftAgenda, lastStep } from './queries.ts'
import { removeSlot } from './remove-slot.ts'
import { seenIn } from './seen.ts'

type Address = { Params: { project: string; meeting: string; slot: string }; Querystring: { slot?: string } }

const slots = '/organise/:project/:meeting/agenda/slots'

/** What a slot is. Where it is: placing-routes. */
export function slotRoutes(app: FastifyInstance, { db, now }: House): void {
  const { slotIn, page, opened, stillOpen, answer } = boardRoutes({ db, now })

  app.post<Address>(slots, { config: { access: 'organiser' } }, async (request, reply) => {
    const { project, meeting, by } = await ownMeeting(db, request)
    const form = readForm(slotForm(project, meeting, await draftAgenda(db, meeting)), request.body)
    if (form.problems) return reply.code(422).page(await page(request, { open: { slot: { slug: null, form } } }))
    const slot = await addSlot(db, project, meeting, form.values, by, now())
    return reply.done(
      `${paths.agenda(project, meeting)}#slot-${slot.slug}`,
      await page(request, { changed: slot, open: await stillOpen(request) }),
    )
  })

  app.get<Address>(`${slots}/:slot`, { config: { access: 'organiser' } }, async (request, reply) => {
    const { slot } = await slotIn(request)
    return reply.page(await page(request, { open: await opened(request, request.query.slot ?? slot.slug) }))
  })

  app.post<Address>(`${slots}/:slot`, { config: { access: 'organiser' } }, async (request, reply) => {
    const { project, meeting, by, slot } = await slotIn(request)
    const form = readForm(slotForm(project, meeting, await draftAgenda(db, meeting)), request.body)
    const open = { slot: { slug: slot.slug, form } }
    if (form.problems) return reply.code(422).page(await page(request, { open }))
    const outcome = await editSlot(db, project, meeting, slot, form.values, by, now(), seenIn(request.body))
    return await answer(request, reply, outcome, { changed: slot, open })
  })

  app.get<Address>(`${slots}/:slot/remove`, { config: { access: 'organiser' } }, async (request, reply) => {
    const { slot, ...found } = await slotIn(request)
    return reply.page(removeSlotPage(sayTo(request), found, slot, await lastStep(db, found.meeting)))
  })

  app.post<Address>(`${slots}/:slot/remove`, { config: { access: 'organiser' } }, async (request, reply) => {
    const { project, meeting, by, slot } = await slotIn(request)
    const outcome = await removeSlot(db, project, meeting, slot, by, now(), seenIn(request.body))
    const again = paths.agendaSlotDo(project, meeting, slot, 'remove')
    return await answer(request, reply, outcome, { changed: slot, isGone: true, again })
  })
}
