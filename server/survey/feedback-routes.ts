import type { FastifyInstance } from 'fastify'
import { paths } from '../../views/paths.ts'
import type { House } from '../house.ts'
import { notFound } from '../refusal.ts'
import { speakerHeldBy } from '../speakers/queries.ts'
import { reportFeedback } from './report-feedback.ts'

type Address = { Params: { token: string; id: string } }

/** What speakers do with what was said to them. */
export function feedbackRoutes(app: FastifyInstance, { db, now }: House): void {
  app.post<Address>('/speaker/:token/feedback/:id/report', { config: { access: 'link' } }, async (request, reply) => {
    const { token, id } = request.params
    const { project, speaker } = (await speakerHeldBy(db, token, now())) ?? notFound()
    await reportFeedback(db, project, speaker, id, now())
    return reply.done(`${paths.speaker(token)}#feedback`)
  })
}
