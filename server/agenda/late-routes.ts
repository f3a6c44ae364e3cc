import type { FastifyInstance } from 'fastify'
import { paths } from '../../views/paths.ts'
import { readForm } from '../forms.ts'
import type { House } from '../house.ts'
import { sayTo } from '../language.ts'
import { ownMeeting } from '../meetings/own-meeting.ts'
import { boardRoutes } from './board-routes.ts'
import { lateForm } from './forms.ts'
import { runLate } from './run-late.ts'

type Address = { Params: { project: string; meeting: string } }

/** On the day itself: everything still to come is put off at once. */
export function lateRoutes(app: FastifyInstance, { db, now }: House): void {
  const { page } = boardRoutes({ db, now })

  app.post<Address>(
    '/organise/:project/:meeting/agenda/late',
    { config: { access: 'organiser' } },
    async (request, reply) => {
      const { project, meeting, by } = await ownMeeting(db, request)
      const form = readForm(lateForm, request.body)
      if (form.problems) return reply.code(422).page(await page(request, { open: { late: form } }))
      const { minutes } = form.values
      const version = await runLate(db, project, meeting, form.values, by, now())
      const said = sayTo(request)(version === null ? 'agenda.said.not-late' : 'agenda.said.late', { minutes })
      return reply.done(paths.agenda(project, meeting), await page(request, { said }))
    },
  )
}
