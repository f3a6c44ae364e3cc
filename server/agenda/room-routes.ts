import type { FastifyInstance, FastifyRequest } from 'fastify'
import { removeRoomPage } from '../../views/agenda/confirm.ts'
import { agendaPage, type Open } from '../../views/agenda/page.ts'
import { typedRoom } from '../../views/agenda/typed.ts'
import { paths } from '../../views/paths.ts'
import { blankForm, readForm } from '../forms.ts'
import type { House } from '../house.ts'
import { sayTo } from '../language.ts'
import { ownMeeting } from '../meetings/own-meeting.ts'
import { notFound } from '../refusal.ts'
import { boardOf } from './board.ts'
import { roomForm } from './forms.ts'
import { roomsOf, slotsOf } from './queries.ts'
import { addRoom, removeRoom, renameRoom } from './rooms.ts'

type Address = { Params: { project: string; meeting: string; room: string } }

const rooms = '/organise/:project/:meeting/agenda/rooms'
export function roomRoutes(app: FastifyInstance, { db, now }: House): void {
  app.post<Address>(rooms, { config: { access: 'organiser' } }, async (request, reply) => {
    const { project, meeting, by } = await ownMeeting(db, request)
    const form = readForm(roomForm(project), request.body)
    if (form.problems) return reply.code(422).page(await page(request, { room: { id: null, form } }))
    await addRoom(db, project, meeting, form.values.name, by, now())
    return reply.done(paths.agenda(project, meeting), await saved(request))
  })

  app.get<Address>(`${rooms}/:room`, { config: { access: 'organiser' } }, async (request, reply) => {
    const { room } = await roomIn(request)
    return reply.page(await page(request, { room: { id: room.id, form: blankForm(typedRoom(room)) } }))
  })

  app.post<Address>(`${rooms}/:room`, { config: { access: 'organiser' } }, async (request, reply) => {
    const { project, meeting, by, room } = await roomIn(request)
    const form = readForm(roomForm(project), request.body)
    if (form.problems) return reply.code(422).page(await page(request, { room: { id: room.id, form } }))
    await renameRoom(db, project, meeting, room, form.values.name, by, now())
    return reply.done(paths.agenda(project, meeting), await saved(request))
  })

  app.get<Address>(`${rooms}/:room/remove`, { config: { access: 'organiser' } }, async (request, reply) => {
    const { room, ...found } = await roomIn(request)
    const planned = (await slotsOf(db, found.meeting)).filter(({ roomId }) => roomId === room.id)
    return reply.page(removeRoomPage(sayTo(request), found, room, planned.length))
  })

  app.post<Address>(`${rooms}/:room/remove`, { config: { access: 'organiser' } }, async (request, reply) => {
    const { project, meeting, by, room } = await roomIn(request)
    await removeRoom(db, project, meeting, room, by, now())
    return reply.done(paths.agenda(project, meeting), await saved(request))
  })

  async function roomIn(request: FastifyRequest<Address>) {
    const found = await ownMeeting(db, request)
    const room = (await roomsOf(db, found.meeting)).find(({ id }) => id === request.params.room) ?? notFound()
    return { ...found, room }
  }

  async function saved(request: FastifyRequest<Address>) {
    return await page(request, {}, sayTo(request)('agenda.said.saved'))
  }

  async function page(request: FastifyRequest<Address>, open: Open, said = '') {
    const { project, meeting } = await ownMeeting(db, request)
    return agendaPage(sayTo(request), { project, meeting, board: await boardOf(db, meeting), open, said })
  }
}
