import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Config } from '../config.ts'
import { hashOf, newToken } from '../secrets.ts'

type Slugged = { slug: string }

/** The hash of this browser's random name in the project, or null while it has none. */
export function knownVoter(request: FastifyRequest, project: Slugged): string | null {
  const value = request.cookies[cookieOf(project)]
  return value ? hashOf(value) : null
}

/** The same; a browser without a name is given one. */
export function voterOf(
  request: FastifyRequest,
  reply: FastifyReply,
  project: Slugged,
  { publicUrl }: Pick<Config, 'publicUrl'>,
): string {
  const value = request.cookies[cookieOf(project)] || newToken()
  const secure = publicUrl.startsWith('https:')
  const manners = { path: '/', httpOnly: true, sameSite: 'lax' as const, secure, maxAge: 180 * 24 * 3600 }
  reply.setCookie(cookieOf(project), value, manners)
  return hashOf(value)
}

function cookieOf({ slug }: Slugged): string {
  return `voter-${slug}`
}
