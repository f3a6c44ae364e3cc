import type { FastifyReply, FastifyRequest } from 'fastify'
import { paths } from '../../views/paths.ts'
import type { House } from '../house.ts'
import { giveCookie, readCookie, takeCookieBack } from './cookies.ts'
import { endSession, type SignedIn, sessionDays } from './session.ts'
import { logSignIn } from './sign-in-log.ts'

/** Hands over the session that has just started; the one before it in this browser ends. */
export async function enter(
  { db, config }: House,
  request: FastifyRequest,
  reply: FastifyReply,
  { session, organiserId }: SignedIn,
) {
  const former = readCookie(request, config, 'session')
  if (former) await endSession(db, former)
  logSignIn(request.log, 'signed in', { id: organiserId })
  takeCookieBack(reply, config, 'asking')
  giveCookie(reply, config, 'session', session, sessionDays * 24 * 3600)
  return reply.done(paths.organise)
}
