import type { FastifyRequest } from 'fastify'
import type { House } from '../house.ts'
import { readCookie } from '../organisers/cookies.ts'
import { hashOf } from '../secrets.ts'

/** Which session somebody is signed in by, as the table knows it. */
export function sessionHashOf({ config }: House, request: FastifyRequest): string {
  return hashOf(readCookie(request, config, 'session') ?? '')
}
