import { setTimeout } from 'node:timers/promises'
import type { FastifyInstance, FastifyReply, FastifyRequest, RouteOptions } from 'fastify'
import type { Access } from './access.ts'
import { Refusal } from './refusal.ts'

/** Together they hold up whoever passes the line for a twentieth of a second, where they are lists of twenty thousand. */
const atOnce = 4
/** Whoever is the last of so many who want such lists waits for three seconds. */
const longestLine = 256
/** So many of them may be one browser's. */
const mostOfOne = 32

/** Lists, exports and settings. Whoever is at work at a meeting, at its door or before a hall, has people waiting. */
const inLine: ReadonlySet<Access | undefined> = new Set([
  'organiser',
  'meeting-organiser',
  'project-organiser',
  'owner',
])

/** Milliseconds until somebody is put off: whoever asks on and on does so once a second. */
const patience = { least: 500, most: 1_500 }

type Waiting = { browser: string | undefined; enter: () => void }

/**
 * Of what organisers look at, only a few pages are made at once: the others wait in line, and whoever comes when it is at
 * its longest is put off (docs/decisions/bulkhead.md).
 */
export function raiseBulkhead(app: FastifyInstance): void {
  let making = 0
  let line: Waiting[] = []

  // Before anybody has looked who it is: a crowd is to cost next to nothing.
  app.addHook('onRequest', (request, _reply, done) => {
    const { method, config } = request.routeOptions
    if (standsInLine(method, config.access) && isFull(request)) return void putOff().catch(done)
    done()
  })

  // Only those who may come in: strangers make the line no longer.
  app.addHook('onRoute', (route: RouteOptions) => {
    if (!standsInLine(route.method, route.config?.access)) return
    const make = route.handler
    route.handler = async function (request, reply) {
      if (making < atOnce) making += 1
      else if (isFull(request)) await putOff()
      else await turn(request, reply)
      try {
        return await make.call(this, request, reply)
      } finally {
        // In the next turn of the event loop: in this one others may be waiting.
        setImmediate(goOn)
      }
    }
  })

  /** Never comes for who has left by then. */
  function turn({ headers }: FastifyRequest, { raw }: FastifyReply): Promise<void> {
    return new Promise((enter) => {
      const waiting = { browser: headers.cookie, enter }
      line.push(waiting)
      raw.once('close', () => {
        line = line.filter((one) => one !== waiting)
      })
    })
  }

  /** Whose page is made gives their place to the next in line. */
  function goOn() {
    const next = line.shift()
    if (next) next.enter()
    else making -= 1
  }

  function isFull({ headers: { cookie } }: FastifyRequest): boolean {
    return line.length >= longestLine || line.filter(({ browser }) => browser === cookie).length >= mostOfOne
  }
}

function standsInLine(method: string | string[] | undefined, access: Access | undefined): boolean {
  return method !== 'POST' && inLine.has(access)
}

/** Not at once: each turn of the event loop takes in one new connection, and answers all that were heard on the others. */
async function putOff(): Promise<never> {
  await setTimeout(patience.least + Math.random() * (patience.most - patience.least))
  throw new Refusal('refusal.unavailable', {}, 503)
}
