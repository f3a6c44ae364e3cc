import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Config } from './config.ts'
import { Refusal } from './refusal.ts'

const safe = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * Cross-site request forgery: browsers say where a form comes from (Sec-Fetch-Site, older ones Origin). What says
 * nothing is no browser, and carries no one's cookies.
 */
export function refuseForeignForms(app: FastifyInstance, config: Config): void {
  const own = new URL(config.publicUrl).host
  // Without a promise, as in access.ts.
  app.addHook('onRequest', (request, _reply, done) => {
    if (/%00/.test(request.url)) throw new Refusal('refusal.malformed', {}, 400)
    if (!safe.has(request.method) && !speaksForItself(request) && isForeign(request, own))
      throw new Refusal('refusal.foreign', {}, 403)
    done()
  })
}

/** Where the secret in the address is all that counts, no cookie can be misused; and such pages send no Referer or Origin. */
function speaksForItself(request: FastifyRequest): boolean {
  return request.routeOptions.config.access === 'link'
}

function isForeign(request: FastifyRequest, own: string): boolean {
  const site = request.headers['sec-fetch-site']
  if (site !== undefined) return site !== 'same-origin' && site !== 'none'
  const { origin } = request.headers
  if (origin === undefined) return false
  return !URL.canParse(origin) || ![own, request.headers.host].includes(new URL(origin).host)
}
