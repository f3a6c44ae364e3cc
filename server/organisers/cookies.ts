import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Config } from '../config.ts'

/**
 * 'session': who is signed in. 'half-session': who still owes their second factor. 'asking': which browser asked for a
 * sign-in link. 'voter-…': whose votes in a project.
 */
type Purpose = 'session' | 'half-session' | 'asking' | 'lang' | `voter-${string}`

type Site = Pick<Config, 'publicUrl'>

/** Only the cookie fit for the protocol counts: on https a plain one may have been planted by a neighbouring host. */
export function readCookie(request: FastifyRequest, site: Site, purpose: Purpose): string | undefined {
  return request.cookies[cookieName(request, site, purpose)] || undefined
}

export function giveCookie(reply: FastifyReply, site: Site, purpose: Purpose, value: string, seconds: number): void {
  const { request } = reply
  reply.setCookie(cookieName(request, site, purpose), value, { ...manners(request, site), maxAge: seconds })
}

export function takeCookieBack(reply: FastifyReply, site: Site, purpose: Purpose): void {
  const { request } = reply
  reply.clearCookie(cookieName(request, site, purpose), manners(request, site))
}

/** `__Host-` cookies need https; on plain http (a developer's machine) the name goes without. */
function cookieName(request: FastifyRequest, site: Site, purpose: Purpose): string {
  return isSecure(request, site) ? `__Host-${purpose}` : purpose
}

function manners(request: FastifyRequest, site: Site) {
  return { path: '/', httpOnly: true, sameSite: 'lax' as const, secure: isSecure(request, site) }
}

function isSecure(request: FastifyRequest, { publicUrl }: Site): boolean {
  return publicUrl.startsWith('https:') || request.protocol === 'https'
}
