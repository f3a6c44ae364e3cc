import { setImmediate, setTimeout } from 'node:timers/promises'
import type { FastifyInstance, FastifyRequest, RouteOptions } from 'fastify'
import type { Access } from './access.ts'
import type { House } from './house.ts'
import { readCookie } from './organisers/cookies.ts'
import { unavailable } from './refusal.ts'
import { waitingLine } from './waiting-line.ts'

/**
 * Said of each access, so that a new one has to choose. In line: lists, exports and settings. Past it: whoever is at work
 * at a meeting, with people waiting for them, and pages that cost little.
 */
const inLine: Record<Access, boolean> = {
  anyone: false,
  link: false,
  'half-signed-in': false,
  'signed-in': false,
  operator: false,
  member: false,
  moderator: false,
  door: false,
  answerer: false,
  organiser: true,
  'meeting-organiser': true,
  'project-organiser': true,
  owner: true,
}

/** Of the event loop, between two pages: each takes in one new connection (docs/decisions/bulkhead.md). */
const turnsBetween = 16

/** In milliseconds: whoever asks on and on does so once a second. */
const untilPutOff = { least: 500, most: 1_500 }

/**
 * Of what organisers look at, only a few pages are made at once: the others wait in line, and whoever comes when it is at
 * its longest is put off (docs/decisions/bulkhead.md).
 */
export function raiseBulkhead(app: FastifyInstance, { config }: Pick<House, 'config'>, wait?: number): void {
  const line = waitingLine(wait)
  const session = (request: FastifyRequest) => readCookie(request, config, 'session')

  app.addHook('preClose', async () => line.close())

  // Before anybody has looked who it is: a crowd is to cost next to nothing.
  app.addHook('onRequest', (request, _reply, done) => {
    if (standsInLine(request.routeOptions) && line.isFull(session(request))) return void putOff().catch(done)
    done()
  })

  // Only those who may come in: strangers make the line no longer. What is sent as a stream is returned, not given to
  // `reply.send`, which would keep the place until it has been read.
  app.addHook('onRoute', (route: RouteOptions) => {
    if (!standsInLine(route)) return
    const make = route.handler
    route.handler = async function (request, reply) {
      const own = session(request)
      if (line.isFull(own)) await putOff()
      await line.enter(own, reply.raw)
      try {
        return await make.call(this, request, reply)
      } finally {
        void letConnectionsIn().then(() => line.leave(own))
      }
    }
  })
}

function standsInLine({ method, config }: Pick<RouteOptions, 'config'> & { method?: string | string[] | undefined }) {
  if (method === 'POST' || !config?.access) return false
  return config.standsInLine ?? inLine[config.access]
}

/** Also lets whoever waits for something else have it before the next page is made. */
async function letConnectionsIn(): Promise<void> {
  for (let turn = 0; turn < turnsBetween; turn += 1) await setImmediate()
}

/** Not at once: each turn of the event loop takes in one new connection, and answers all that were heard on the others. */
async function putOff(): Promise<never> {
  await setTimeout(untilPutOff.least + Math.random() * (untilPutOff.most - untilPutOff.least))
  throw unavailable()
}
