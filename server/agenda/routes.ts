import type { FastifyInstance } from 'fastify'
import { agendaPage } from '../../views/agenda/page.ts'
import { paths } from '../../views/paths.ts'
import type { House } from '../house.ts'
import { sayTo } from '../language.ts'
import { ownMeeting } from '../meetings/own-meeting.ts'
import { boardOf } from './board.ts'
import { releaseAgenda } from './release-agenda.ts'

type Address = { Params: { project: string; meeting: string } }

const agenda = '/organise/:project/:meeting/agenda'

/** Where organisers plan, and let the public see what they planned. Slots and rooms have routes of their own. */
export function agendaRoutes(app: FastifyInstance, { db, now }: House): void {
  app.get<Address>(agenda, { config: { access: 'organiser' } }, async (request, reply) => {
    const { project, meeting } = await ownMeeting(db, request)
    const board = await boardOf(db, meeting)
    return reply.page(agendaPage(sayTo(request), { project, meeting, board, open: {}, said: '' }))
  })

  app.post<Address>(`${agenda}/release`, { config: { access: 'organiser' } }, async (request, reply) => {
    const { project, meeting, by } = await ownMeeting(db, request)
    const say = sayTo(request)
    await releaseAgenda(db, project, meeting, by, now())
    const view = { project, meeting, board: await boardOf(db, meeting), open: {}, said: say('agenda.said.released') }
    return reply.done(paths.agenda(project, meeting), agendaPage(say, view))
  })
}
