import { IncomingMessage, ServerResponse } from 'node:http'
import { Socket } from 'node:net'
import type { FastifyInstance } from 'fastify'
import helmet from 'helmet'

/**
 * What every answer says to browsers about itself, until a route says otherwise: worked out once, which helmet would do
 * for each of them. No page uses the sensors, but the door's, which reads codes by camera.
 */
export function sayHeaders(app: FastifyInstance, publicUrl: string): void {
  const said = { ...saidByHelmet(publicUrl), 'permissions-policy': nothing }
  app.addHook('onRequest', (_request, reply, done) => {
    reply.headers(said)
    done()
  })
}

function saidByHelmet(publicUrl: string): Record<string, string> {
  const request = new IncomingMessage(new Socket())
  const response = new ServerResponse(request)
  const say = helmet({
    contentSecurityPolicy: { useDefaults: false, directives: policy },
    referrerPolicy: { policy: 'same-origin' },
    strictTransportSecurity: publicUrl.startsWith('https:') ? { maxAge: twoYears } : false,
    crossOriginEmbedderPolicy: false,
  })
  say(request, response, (error) => {
    if (error) throw error
  })
  return Object.fromEntries(Object.entries(response.getHeaders()).map(([name, value]) => [name, String(value)]))
}

const twoYears = 2 * 365 * 24 * 3600

/** Nothing inline, nothing from elsewhere. */
const policy = {
  'default-src': ["'none'"],
  'script-src': ["'self'"],
  'style-src': ["'self'"],
  'img-src': ["'self'", 'data:'],
  'font-src': ["'self'"],
  'connect-src': ["'self'"],
  'form-action': ["'self'"],
  'object-src': ["'none'"],
  'base-uri': ["'none'"],
  'frame-ancestors': ["'none'"],
}

/** For what is not a page of ours: people's files, and letters as they look. Of no origin, and without anything of its own. */
const bare = "sandbox; default-src 'none'; object-src 'none'; base-uri 'none'; form-action 'none'"
export const sandboxed = `${bare}; frame-ancestors 'none'`
export const sandboxedInFrame = `${bare}; style-src 'unsafe-inline'; frame-ancestors 'self'`

/** For the few answers that no hook sees. */
export function bareHeaders(publicUrl: string): Record<string, string> {
  return {
    'content-security-policy': sandboxed,
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy': nothing,
    'cache-control': 'no-store',
    ...(publicUrl.startsWith('https:') && { 'strict-transport-security': `max-age=${twoYears}; includeSubDomains` }),
  }
}

/** What does not say how it may be kept is kept nowhere. */
export function keepNothingUnsaid(app: FastifyInstance): void {
  app.addHook('onSend', (_request, reply, payload, done) => {
    if (!reply.hasHeader('cache-control')) reply.header('cache-control', 'private, no-store')
    done(null, payload)
  })
}

const nothing = 'camera=(), microphone=(), geolocation=()'
export const withCamera = 'camera=(self), microphone=(), geolocation=()'
