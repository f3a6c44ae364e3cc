import type { FastifyInstance } from 'fastify'
import { plain } from '../../views/parts/texts.ts'
import { paths } from '../../views/paths.ts'
import type { House } from '../house.ts'
import { sayTo } from '../language.ts'
import { ownMeeting } from '../meetings/own-meeting.ts'
import { boardRoutes } from './board-routes.ts'
import { seenIn } from './seen.ts'
import { redo, undo } from './undo.ts'

type Address = { Params: { project: string; meeting: string }; Querystring: { slot?: string } }

const agenda = '/organise/:project/:meeting/agenda'

/** Where organisers plan. Slots, rooms and releases have routes of their own. */
export function agendaRoutes(app: FastifyInstance, { db, now }: House): void {
  const { page, opened, stillOpen } = boardRoutes({ db, now })

  app.get<Address>(agenda, { config: { access: 'organiser' } }, async (request, reply) => {
    return reply.page(await page(request, { open: await opened(request, request.query.slot) }))
  })

  for (const [deed, retrace] of [
    ['undo', undo],
    ['redo', redo],
  ] as const)
    app.post<Address>(`${agenda}/${deed}`, { config: { access: 'organiser' } }, async (request, reply) => {
      const { project, meeting, by } = await ownMeeting(db, request)
      const say = sayTo(request)
      const { title, conflict } = await retrace(db, project, meeting, by, now(), seenIn(request.body))
      if (conflict) return reply.code(409).page(await page(request, { held: { conflict, why: deed, again: null } }))
      const said = title
        ? say(`agenda.said.${deed}`, { title: plain(say, title, project.locales) })
        : say(`agenda.said.no-${deed}`)
      return reply.done(paths.agenda(project, meeting), await page(request, { said, open: await stillOpen(request) }))
    })
}
