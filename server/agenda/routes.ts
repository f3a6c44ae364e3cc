import type { FastifyInstance, FastifyRequest } from 'fastify'
import { draftListPage } from '../../views/agenda/draft-list.ts'
import { plain } from '../../views/parts/texts.ts'
import { paths } from '../../views/paths.ts'
import { mayOf } from '../access.ts'
import type { House } from '../house.ts'
import { sayTo } from '../language.ts'
import { ownMeeting } from '../meetings/own-meeting.ts'
import { boardRoutes } from './board-routes.ts'
import { draftChanges } from './draft-changes.ts'
import { draftAgenda, releasedAgenda } from './queries.ts'
import { planned } from './release.ts'
import { seenIn } from './seen.ts'
import { timetable } from './timetable.ts'
import { redo, undo } from './undo.ts'

type Address = { Params: { project: string; meeting: string }; Querystring: { slot?: string } }

const agenda = '/organise/:project/:meeting/agenda'

/** Where organisers plan. Slots, rooms and releases have routes of their own. */
export function agendaRoutes(app: FastifyInstance, { db, now }: House): void {
  const { page, opened, stillOpen } = boardRoutes({ db, now })

  app.get<Address>(agenda, { config: { access: 'moderator' } }, async (request, reply) => {
    if (!mayOf(request)('organiser', (await ownMeeting(db, request)).meeting)) return reply.page(await toRead(request))
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

  async function toRead(request: FastifyRequest<Address>) {
    const { project, meeting } = await ownMeeting(db, request)
    const draft = await draftAgenda(db, meeting)
    const changes = draftChanges(await releasedAgenda(db, meeting), planned(draft))
    const timed = timetable(draft.days, draft.slots)
    return draftListPage(sayTo(request), { project, meeting, draft, timed, isAhead: changes.length > 0 })
  }
}
