import type { FastifyRequest } from 'fastify'
import type { Database } from '../db/open.ts'
import { Refusal } from './refusal.ts'
import { storeOver } from './shared-limits.ts'
import { isThisMachine } from './this-machine.ts'

/** Those within a limit are not told how near they are to it: the same request gets the same answer. */
const quietly = { 'x-ratelimit-limit': false, 'x-ratelimit-remaining': false, 'x-ratelimit-reset': false }

const limits = {
  global: false,
  addHeadersOnExceeding: quietly,
  allowList: (request: FastifyRequest) => isThisMachine(request),
  errorResponseBuilder: (_: FastifyRequest, { ttl }: { ttl: number }) =>
    new Refusal('refusal.too-many-from-here', { minutes: Math.ceil(ttl / 60_000) }, 429),
}

export function limitsOn({ tally }: Pick<Database, 'tally'>) {
  return tally ? { ...limits, store: storeOver(tally) } : limits
}

/**
 * How often a form may come from one address on the network, in ten minutes; of IPv6 the plugin takes each /64 as one.
 * Loose: a school, an office or a mobile network shares one.
 */
export const atMost = {
  signUps: limit(1_200),
  classes: limit(120),
  stories: limit(120),
  signIns: limit(60),
  ideas: limit(120),
  ideaVotes: limit(1_200),
  abuseReports: limit(60),
  questions: limit(1_200),
  votes: limit(3_000),
  objections: limit(30),
}

function limit(max: number) {
  return { max, timeWindow: 10 * 60 * 1000 }
}
