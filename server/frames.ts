import type { FastifyInstance } from 'fastify'

/** Pages that are made for it may stand in other sites' frames; all others may not. */
export function allowFrames(app: FastifyInstance): void {
  app.addHook('onRequest', ({ routeOptions }, reply, done) => {
    if (!routeOptions.config.embedded) return done()
    const policy = String(reply.getHeader('content-security-policy'))
    reply.header('content-security-policy', policy.replace("frame-ancestors 'none'", 'frame-ancestors *'))
    reply.removeHeader('x-frame-options')
    done()
  })
}
