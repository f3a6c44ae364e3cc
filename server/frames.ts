import type { FastifyInstance } from 'fastify'

/** Pages that are made for it may stand in other sites' frames; all others may not. */
export function allowFrames(app: FastifyInstance): void {
  app.addHook('onRequest', async ({ routeOptions }, reply) => {
    if (!routeOptions.config.embedded) return
    const policy = String(reply.getHeader('content-security-policy'))
    reply.header('content-security-policy', policy.replace("frame-ancestors 'none'", 'frame-ancestors *'))
    reply.removeHeader('x-frame-options')
  })
}
