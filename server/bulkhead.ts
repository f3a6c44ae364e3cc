import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Access } from './access.ts'
import { Refusal } from './refusal.ts'

/** Together they hold up whoever passes the line for a twentieth of a second, where they are lists of twenty thousand. */
const atOnce = 4
/** Whoever is the last of so many who want such lists waits for three seconds. */
const longestLine = 256

/** Small, kept, or for somebody with people waiting before them; `undefined`: there is no such page. */
const passing: ReadonlySet<Access | undefined> = new Set([
  'anyone',
  'link',
  'half-signed-in',
  'operator',
  'door',
  undefined,
])

/**
 * Of what organisers look at, only a few pages are made at once: the others wait in line, and whoever comes when it is at
 * its longest is put off (docs/decisions/bulkhead.md).
 */
export function raiseBulkhead(app: FastifyInstance): void {
  const line: (() => void)[] = []
  const making = new Set<FastifyRequest>()

  // Before anybody has looked who it is: a crowd is to cost next to nothing.
  app.addHook('onRequest', (request, _reply, done) => {
    if (line.length < longestLine || !standsInLine(request)) return done()
    done(new Refusal('refusal.unavailable', {}, 503))
  })

  // Only those who may come in: strangers make the line no longer.
  app.addHook('preParsing', (request, reply, _payload, enter) => {
    if (!standsInLine(request)) return enter()
    const begin = () => {
      if (reply.raw.destroyed) return goOn()
      making.add(request)
      reply.raw.once('close', () => end(request))
      enter()
    }
    if (making.size < atOnce) begin()
    else line.push(begin)
  })

  // Made, if not yet sent: a slow line is nobody else's trouble.
  app.addHook('onSend', (request, _reply, _payload, done) => {
    end(request)
    done()
  })

  /** In the next turn of the event loop: in this one others may be waiting. */
  function end(request: FastifyRequest) {
    if (making.has(request))
      setImmediate(() => {
        if (making.delete(request)) goOn()
      })
  }

  function goOn() {
    line.shift()?.()
  }
}

function standsInLine({ method, routeOptions }: FastifyRequest): boolean {
  return method !== 'POST' && !passing.has(routeOptions.config.access)
}
