import { parse } from 'node:querystring'
import type { Writable } from 'node:stream'
import cookie from '@fastify/cookie'
import formbody from '@fastify/formbody'
import rateLimit from '@fastify/rate-limit'
import underPressure from '@fastify/under-pressure'
import Fastify, { type FastifyInstance, LogController } from 'fastify'
import { guardAccess } from './access.ts'
import { answerNonsense, turnAwayWithHeaders } from './bare-answers.ts'
import { raiseBulkhead } from './bulkhead.ts'
import { discreet } from './discreet.ts'
import { features } from './features.ts'
import { filesOf } from './files/files-of.ts'
import { allowFrames } from './frames.ts'
import { keepNothingUnsaid, sayHeaders } from './headers.ts'
import type { House } from './house.ts'
import { decorateKeptPages } from './kept-pages.ts'
import { rewriteUrl, routerOptions } from './legible.ts'
import { letGo } from './let-go.ts'
import { limitsOn } from './limits.ts'
import { refuseForeignForms } from './origin.ts'
import { decoratePages } from './pages.ts'
import { most, timeBodies } from './patience.ts'
import { pressure } from './pressure.ts'
import { letCrowdsQueueUp } from './queue-up.ts'
import { answerTroubles } from './troubles.ts'

/** Forms are small; what is larger (pictures) comes as multipart with limits of its own. */
const bodyLimit = 256 * 1024

/** `log`: where it writes what happens, instead of on the screen. */
export async function buildApp(given: Omit<House, 'files'>, log?: Writable): Promise<FastifyInstance> {
  const { config } = given
  const house = { ...given, files: filesOf(config) }
  const app = Fastify({
    bodyLimit,
    trustProxy: config.trustProxy,
    logController: new LogController({ disableRequestLogging: true }),
    logger: {
      level: config.logLevel,
      redact: ['req.url', 'req.headers', 'req.remoteAddress'],
      serializers: { err: discreet },
      ...(log && { stream: log }),
    },
    requestTimeout: most.milliseconds + 60_000,
    http: { headersTimeout: 10_000, connectionsCheckingInterval: 2_000 },
    routerOptions,
    rewriteUrl,
    return503OnClosing: true,
    clientErrorHandler: answerNonsense(config.publicUrl),
  })
  timeBodies(app.server)
  turnAwayWithHeaders(app, config.publicUrl)
  letGo(app)
  decoratePages(app, config)
  decorateKeptPages(app, house)
  answerTroubles(app)
  letCrowdsQueueUp(app)
  await app.register(cookie)
  // Forms alone: what browsers cannot send by themselves has no business here.
  app.removeAllContentTypeParsers()
  await app.register(formbody, { bodyLimit, parser: (body) => parse(body, '&', '=', { maxKeys: 0 }) })
  sayHeaders(app, config.publicUrl)
  keepNothingUnsaid(app)
  allowFrames(app)
  await app.register(underPressure, pressure)
  await app.register(rateLimit, limitsOn(house.db))
  refuseForeignForms(app, config)
  raiseBulkhead(app, house)
  guardAccess(app, house)
  for (const feature of features) feature(app, house)
  return app
}
