import type { FastifyInstance } from 'fastify'
import { count } from '../db/drizzle.ts'
import type { Reads } from '../db/open.ts'
import { isUnavailable } from '../db/open.ts'
import { organisers } from '../db/schema.ts'
import type { House } from './house.ts'
import { lateBy } from './mail/late.ts'
import { letterCounts, oldestUnsent } from './mail/queries.ts'

/** For machines: monitors, scrapers, crawlers. */
export function systemRoutes(app: FastifyInstance, { db, now, config }: House): void {
  app.get('/healthz', { config: { access: 'anyone' } }, async (_request, reply) => {
    reply.header('cache-control', 'no-store')
    const ailment = await ailing(db)
    return ailment ? reply.code(503).header('retry-after', '10').send({ ok: false, reason: ailment }) : { ok: true }
  })

  app.get('/metrics', { config: { access: 'operator' } }, async (_request, reply) => {
    reply.header('cache-control', 'no-store').type('text/plain; version=0.0.4; charset=utf-8')
    return reply.send(await metrics(db, now()))
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

/** Prometheus text exposition format 0.0.4. */
async function metrics(db: Reads, now: Temporal.Instant): Promise<string> {
  const oldest = await oldestUnsent(db)
  const waitingSeconds = oldest ? Math.max(0, oldest.until(now).total('seconds')) : 0
  const late = (await lateBy(db, now)).reduce((sum, { letters }) => sum + letters, 0)
  return [
    '# TYPE kopa_letters gauge',
    ...(await letterCounts(db)).map(({ state, letters }) => `kopa_letters{state="${state}"} ${letters}`),
    '# TYPE kopa_late_letters gauge',
    `kopa_late_letters ${late}`,
    '# TYPE kopa_oldest_unsent_letter_seconds gauge',
    `kopa_oldest_unsent_letter_seconds ${Math.round(waitingSeconds)}`,
    '# TYPE process_resident_memory_bytes gauge',
    `process_resident_memory_bytes ${process.memoryUsage.rss()}`,
    '# TYPE process_uptime_seconds gauge',
    `process_uptime_seconds ${Math.round(process.uptime())}`,
    '',
  ].join('\n')
}
