import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Config } from '../config.ts'
import { giveCookie, readCookie } from '../organisers/cookies.ts'
import { hashOf, newToken } from '../secrets.ts'

type Slugged = { slug: string }
type Site = Pick<Config, 'publicUrl'>

const seconds = 180 * 24 * 3600

/** The hash of this browser's random name in the project, or null while it has none. */
export function knownVoter(request: FastifyRequest, { slug }: Slugged, site: Site): string | null {
  const value = readCookie(request, site, `voter-${slug}`)
  return value ? hashOf(value) : null
}

/** The same; a browser without a name is given one. */
export function voterOf(request: FastifyRequest, reply: FastifyReply, { slug }: Slugged, site: Site): string {
  const value = readCookie(request, site, `voter-${slug}`) ?? newToken()
  giveCookie(reply, site, `voter-${slug}`, value, seconds)
  return hashOf(value)
}
