import type { FastifyReply, FastifyRequest } from 'fastify'
import { unavailable } from './refusal.ts'

/**
 * The plugin takes an interval without a single measurement for an endless delay: shorter ones than the limit itself
 * would have a server that waited a second for its processor turn everybody away.
 */
export const pressure = { maxEventLoopDelay: 5_000, sampleInterval: 5_000, pressureHandler: putOff }

/** Whoever stands at a meeting's door has people waiting there, and monitors are to hear how it is. */
async function putOff({ routeOptions, url }: FastifyRequest, _reply: FastifyReply): Promise<void> {
  if (routeOptions.config.access === 'door' || url === '/healthz') return
  throw unavailable()
}
