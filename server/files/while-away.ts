import type { FastifyReply, FastifyRequest } from 'fastify'
import { type Form, withProblem } from '../forms.ts'
import { FilesAway } from './away.ts'

/** The store of files is away: whoever sent one finds their words still there. Throws all else. */
export function whileAway<T>(error: unknown, request: FastifyRequest, form: Form<T>, field: string): Form<T> {
  if (!(error instanceof FilesAway)) throw error
  request.log.error({ err: error }, 'a request failed')
  return withProblem(form, field, 'problem.files-away')
}

/** The answer to a form with problems: 503 when all that is wrong is the store. */
export function answerAgain(reply: FastifyReply, { problems }: Form<unknown>): FastifyReply {
  const isAway = problems?.some(({ key }) => key === 'problem.files-away')
  return isAway ? reply.code(503).header('retry-after', '30') : reply.code(422)
}
