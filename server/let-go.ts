import type { FastifyInstance } from 'fastify'

/** In milliseconds, once it stops: so long a connection is kept after its answer; and so long any is. */
const last = { idle: 1, any: 15_000 }

/**
 * Whoever is being answered when it stops gets their answer, and no more on that connection: kept as long as Fastify likes,
 * it would outlast the time that stopping may take (server/serve.ts), and the database would not be closed.
 */
export function letGo(app: FastifyInstance): void {
  app.addHook('preClose', async () => {
    app.server.keepAliveTimeout = last.idle
    const late = setTimeout(() => app.server.closeAllConnections(), last.any).unref()
    app.server.once('close', () => clearTimeout(late))
  })
}
