import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Access } from './access.ts'
import { Refusal } from './refusal.ts'

const atOnce = 4
/** Lists of twenty thousand take three seconds, where so many wait. */
const longestLine = 256

/** Kept, small, or for whoever has people waiting before them. */
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
export function bulkhead(app: FastifyInstance): void {
  const line: (() => void)[] = []
  const ends = new WeakMap<FastifyRequest, () => void>()
  let making = 0

  // Before anybody has looked who it is: a crowd is to cost next to nothing.
  app.addHook('onRequest', (request, _reply, done) => {
    if (line.length < longestLine || !isBehind(request)) return done()
    done(new Refusal('refusal.unavailable', {}, 503))
  })

  // Only those who may come in: strangers make the line no longer.
  app.addHook('preParsing', (request, reply, _payload, enter) => {
    if (!isBehind(request)) return enter()
    const begin = () => {
      making += 1
      const end = () => {
        if (ends.delete(request)) setImmediate(goOn)
      }
      ends.set(request, end)
      reply.raw.once('close', end)
      // Who has left by now is answered by nobody.
      if (reply.raw.destroyed) return end()
      enter()
    }
    if (making < atOnce) begin()
    else line.push(begin)
  })

  // Made, if not yet sent: a slow line is nobody else's trouble.
  app.addHook('onSend', (request, _reply, _payload, done) => {
    ends.get(request)?.()
    done()
  })

  /** In a later turn of the event loop: in this one others may be waiting. */
  function goOn() {
    making -= 1
    line.shift()?.()
  }
}

function isBehind({ method, routeOptions }: FastifyRequest): boolean {
  return method !== 'POST' && !passing.has(routeOptions.config.access)
}
