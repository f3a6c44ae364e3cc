import type { FastifyInstance, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { sessionsPage } from '../../views/organisers/sessions.ts'
import { paths } from '../../views/paths.ts'
import { organiserOf, projectOf } from '../access.ts'
import { line } from '../fields.ts'
import { readForm } from '../forms.ts'
import type { House } from '../house.ts'
import { sayTo } from '../language.ts'
import { Refusal } from '../refusal.ts'
import { sessionHashOf } from './session.ts'
import { endOtherSessions, endOwnSession, sessionsOf, signOutColleague } from './sessions.ts'
import { logSignIn } from './sign-in-log.ts'

type Colleague = { Params: { colleague: string } }

const chosen = z.object({ session: line(64) })

/** Where organisers are signed in, and the end of it. */
export function sessionRoutes(app: FastifyInstance, house: House): void {
  const { db, now } = house
  const ownHash = (request: FastifyRequest) => sessionHashOf(house, request)

  app.get('/organise/me/sessions', { config: { access: 'signed-in' } }, async (request, reply) => {
    const at = now()
    const all = await sessionsOf(db, organiserOf(request), at)
    return reply.page(sessionsPage(sayTo(request), { all, own: ownHash(request), now: at }))
  })

  app.post('/organise/me/sessions/end', { config: { access: 'signed-in' } }, async (request, reply) => {
    const form = readForm(chosen, request.body)
    if (form.problems) throw new Refusal('problem.choice', {}, 422)
    const organiser = organiserOf(request)
    const ended = await endOwnSession(db, organiser, form.values.session)
    logSignIn(request.log, 'sessions ended', organiser, { by: organiser.id, sessions: ended })
    return reply.done(paths.sessions)
  })

  app.post('/organise/me/sessions/end-others', { config: { access: 'signed-in' } }, async (request, reply) => {
    const organiser = organiserOf(request)
    const ended = await endOtherSessions(db, organiser, ownHash(request))
    logSignIn(request.log, 'sessions ended', organiser, { by: organiser.id, sessions: ended })
    return reply.done(paths.sessions)
  })

  app.post<Colleague>(
    '/organise/:project/people/:colleague/sign-out',
    { config: { access: 'owner' } },
    async (request, reply) => {
      const project = projectOf(request)
      const by = organiserOf(request)
      const colleague = { id: request.params.colleague }
      const ended = await signOutColleague(db, project, colleague, by, now())
      logSignIn(request.log, 'sessions ended', colleague, { by: by.id, sessions: ended })
      return reply.done(paths.people(project))
    },
  )
}
