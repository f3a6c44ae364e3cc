import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { paths } from '../../views/paths.ts'
import { joinPage } from '../../views/room/join.ts'
import { line } from '../fields.ts'
import { blankForm, readForm, withProblem } from '../forms.ts'
import type { House } from '../house.ts'
import { sayTo } from '../language.ts'
import { atMost } from '../limits.ts'
import { notFound } from '../refusal.ts'
import { typedCode } from './join-code.ts'
import { roomWithCode } from './queries.ts'

const codeForm = z.object({ code: line(20) })

/** The way into a room, by the code on its wall: typed, or read by a camera. */
export function joinRoutes(app: FastifyInstance, { db }: House): void {
  app.get('/join', { config: { access: 'anyone' } }, async (request, reply) =>
    reply.page(joinPage(sayTo(request), blankForm())),
  )

  app.post('/join', { config: { access: 'anyone', rateLimit: atMost.votes } }, async (request, reply) => {
    const form = readForm(codeForm, request.body)
    if (form.problems) return reply.code(422).page(joinPage(sayTo(request), form))
    const found = await roomWithCode(db, typedCode(form.values.code))
    if (found) return reply.done(paths.room(found.project, found.meeting))
    return reply.code(422).page(joinPage(sayTo(request), withProblem(form, 'code', 'room.no-such-code')))
  })

  app.get<{ Params: { code: string } }>(
    '/join/:code',
    { config: { access: 'anyone', rateLimit: atMost.votes } },
    async (request, reply) => {
      const found = (await roomWithCode(db, typedCode(request.params.code))) ?? notFound()
      return reply.redirect(paths.room(found.project, found.meeting), 303)
    },
  )
}
