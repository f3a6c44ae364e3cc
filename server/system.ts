import type { FastifyInstance } from 'fastify'
import { count } from '../db/drizzle.ts'
import type { Reads } from '../db/open.ts'
import { isUnavailable } from '../db/open.ts'
import { organisers } from '../db/schema.ts'
import type { House } from './house.ts'
import { measureRequests, metricsText } from './metrics.ts'

/** For machines: monitors, scrapers, crawlers. */
export function systemRoutes(app: FastifyInstance, house: House): void {
  const { db, config } = house
  const registry = measureRequests(app)
  app.get('/healthz', { config: { access: 'anyone' } }, async (_request, reply) => {
    reply.header('cache-control', 'no-store')
    const ailment = await ailing(db)
    return ailment ? reply.code(503).header('retry-after', '10').send({ ok: false, reason: ailment }) : { ok: true }
  })

  app.get('/metrics', { config: { access: 'operator' } }, async (_request, reply) => {
    reply.header('cache-control', 'no-store').type(registry.contentType)
    return reply.send(await metricsText(registry, house))
  })

  app.get('/robots.txt', { config: { access: 'anyone' } }, async (_request, reply) => {
    const closed = [
      '/organise',
      '/mine/',
      '/child/',
      '/guardian/',
      '/speaker/',
      '/story/',
      '/unsubscribe/',
      '/sign-in',
    ].map((path) => `Disallow: ${path}`)
    reply.header('cache-control', 'public, max-age=86400').type('text/plain; charset=utf-8')
    return reply.send(['User-agent: *', ...closed, `# ${config.publicUrl}`, ''].join('\n'))
  })
}

async function ailing(db: Reads): Promise<string | null> {
  try {
    await db.select({ rows: count() }).from(organisers)
    return null
  } catch (error) {
    if (isUnavailable(error)) return 'the database does not answer'
    throw error
  }
}
