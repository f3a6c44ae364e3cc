import type { FastifyInstance } from 'fastify'
import { removeRoomPage } from '../../views/agenda/confirm.ts'
import { typedRoom } from '../../views/agenda/typed.ts'
import { paths } from '../../views/paths.ts'
import { blankForm, readForm } from '../forms.ts'
import type { House } from '../house.ts'
import { sayTo } from '../language.ts'
import { ownMeeting } from '../meetings/own-meeting.ts'
import { boardRoutes } from './board-routes.ts'
import { roomForm } from './forms.ts'
import { lastStep, slotsOf } from './queries.ts'
import { addRoom, editRoom, removeRoom } from './rooms.ts'
import { seenIn } from './seen.ts'

type Address = { Params: { project: string; meeting: string; room: string } }

const rooms = '/organise/:project/:meeting/agenda/rooms'
export function roomRoutes(app: FastifyInstance, { db, now }: House): void {
  const { roomIn, page, answer } = boardRoutes({ db, now })

  app.post<Address>(rooms, { config: { access: 'organiser' } }, async (request, reply) => {
    const { project, meeting, by } = await ownMeeting(db, request)
    const form = readForm(roomForm(project), request.body)
    if (form.problems) return reply.code(422).page(await page(request, { open: { room: { id: null, form } } }))
    const { name, capacity, once } = form.values
    await addRoom(db, project, meeting, name, by, now(), { capacity, once })
    return reply.done(
      paths.agenda(project, meeting),
      await page(request, { said: sayTo(request)('agenda.said.saved') }),
    )
  })

  app.get<Address>(`${rooms}/:room`, { config: { access: 'organiser' } }, async (request, reply) => {
    const { room } = await roomIn(request)
    return reply.page(await page(request, { open: { room: { id: room.id, form: blankForm(typedRoom(room)) } } }))
  })

  app.post<Address>(`${rooms}/:room`, { config: { access: 'organiser' } }, async (request, reply) => {
    const { project, meeting, by, room } = await roomIn(request)
    const form = readForm(roomForm(project), request.body)
    const open = { room: { id: room.id, form } }
    if (form.problems) return reply.code(422).page(await page(request, { open }))
    const { name, capacity } = form.values
    const outcome = await editRoom(db, project, meeting, room, { name, capacity }, by, now(), seenIn(request.body))
    return await answer(request, reply, outcome, { said: sayTo(request)('agenda.said.saved'), open })
  })

  app.get<Address>(`${rooms}/:room/remove`, { config: { access: 'organiser' } }, async (request, reply) => {
    const { room, ...found } = await roomIn(request)
    const planned = (await slotsOf(db, found.meeting)).filter(({ roomId }) => roomId === room.id)
    const seen = await lastStep(db, found.meeting)
    return reply.page(removeRoomPage(sayTo(request), found, room, planned.length, seen))
  })

  app.post<Address>(`${rooms}/:room/remove`, { config: { access: 'organiser' } }, async (request, reply) => {
    const { project, meeting, by, room } = await roomIn(request)
    const outcome = await removeRoom(db, project, meeting, room, by, now(), seenIn(request.body))
    const again = paths.agendaRoomRemove(project, meeting, room)
    return await answer(request, reply, outcome, { said: sayTo(request)('agenda.said.saved'), again })
  })
}
