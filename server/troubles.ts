import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { isUnavailable } from '../db/open.ts'
import { refusedPage } from '../views/refused.ts'
import type { MessageKey } from '../views/say.ts'
import { FilesAway } from './files/away.ts'
import { sayTo } from './language.ts'
import { Refusal } from './refusal.ts'

/** Every "no" and every fault becomes a page with a sentence, in the reader's language. */
export function answerTroubles(app: FastifyInstance): void {
  app.setNotFoundHandler((request, reply) => refuse(request, reply, new Refusal('refusal.not-found', {}, 404)))
  app.setErrorHandler<FastifyError>((error, request, reply) => {
    const refusal = error instanceof Refusal ? error : refusalOf(error)
    const isFault = refusal.status >= 500 && !(error instanceof Refusal)
    if (isFault) request.log.error({ err: error }, 'a request failed')
    else if (isWatched(request, refusal)) request.log.warn(told(request, refusal), 'refused')
    if (refusal.status === 503) reply.header('retry-after', '30')
    return refuse(request, reply, refusal)
  })
}

/**
 * Too much, too often, from elsewhere, or while there is too much to do; and what organisers do not find, since it may be
 * another's.
 */
function isWatched({ visitor }: FastifyRequest, { status }: Refusal): boolean {
  return [400, 403, 413, 415, 429, 503].includes(status) || (status === 404 && Boolean(visitor?.organiser))
}

/** Never the address, in which secrets stand; of people only organisers, by their id. */
function told(request: FastifyRequest, { key, status }: Refusal) {
  const { method, url: route } = request.routeOptions
  return { refusal: key, status, method, route, organiser: request.visitor?.organiser?.id }
}

function refuse(request: FastifyRequest, reply: FastifyReply, { key, values, status }: Refusal): FastifyReply {
  return reply.code(status).page(refusedPage(sayTo(request), key, values, back(request)))
}

function refusalOf(error: FastifyError): Refusal {
  const status =
    isUnavailable(error) || isDiskTrouble(error) || error instanceof FilesAway
      ? 503
      : (error.statusCode ?? (isTornMultipart(error) ? 400 : 500))
  return new Refusal(sentences[status] ?? (status < 500 ? 'refusal.malformed' : 'refusal.bug'), {}, status)
}

const sentences: Record<number, MessageKey> = {
  404: 'refusal.not-found',
  413: 'refusal.too-large',
  429: 'refusal.too-often',
  503: 'refusal.unavailable',
}

/** Files cannot be written: the disk is full, failing, or closed to us. */
function isDiskTrouble({ code }: FastifyError): boolean {
  return /^E(NOSPC|DQUOT|FBIG|ROFS|IO|ACCES|PERM|MFILE|NFILE|EXIST|NOTDIR)$/.test(code)
}

/** busboy reports a body that ends too early, or a boundary that is none, as a plain error. */
function isTornMultipart(error: Error): boolean {
  return /Unexpected end of multipart data|terminated early|Malformed part header|The needle|Boundary (not found|required)/.test(
    error.message,
  )
}

/** The form they came from, when it is ours. */
function back(request: FastifyRequest): string | null {
  const { referer, host } = request.headers
  if (!referer || !URL.canParse(referer)) return null
  const from = new URL(referer)
  return from.host === host && from.pathname !== request.url ? from.pathname + from.search : null
}
