import type { FastifyInstance } from 'fastify'
import { agendaPage } from '../../views/agenda/page.ts'
import type { House } from '../house.ts'
import { sayTo } from '../language.ts'
import { ownMeeting } from '../meetings/own-meeting.ts'
import { boardOf } from './board.ts'

type Address = { Params: { project: string; meeting: string } }

const agenda = '/organise/:project/:meeting/agenda'

/** Where organisers plan. Slots, rooms and releases have routes of their own. */
export function agendaRoutes(app: FastifyInstance, { db }: House): void {
  app.get<Address>(agenda, { config: { access: 'organiser' } }, async (request, reply) => {
    const { project, meeting } = await ownMeeting(db, request)
    const board = await boardOf(db, meeting)
    return reply.page(agendaPage(sayTo(request), { project, meeting, board, open: {}, said: '' }))
  })
}
