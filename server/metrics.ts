import { statSync } from 'node:fs'
import type { FastifyInstance } from 'fastify'
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import { and, eq, gt } from '../db/drizzle.ts'
import type { Measured } from '../db/measured.ts'
import type { Reads } from '../db/open.ts'
import { sqlitePath } from '../db/open.ts'
import { meetings, projects } from '../db/schema.ts'
import { failedBackups } from './backups/by-itself.ts'
import { lacksBackup, lastBackup } from './backups/last.ts'
import type { Config } from './config.ts'
import type { House } from './house.ts'
import { lateBy } from './mail/late.ts'
import { letterCounts, oldestUnsent } from './mail/queries.ts'
import { standings } from './registrations/places/standing.ts'

/** Measures every request by its route, never its address: that may hold a secret. */
export function measureRequests(app: FastifyInstance): Registry {
  const registry = new Registry()
  const took = new Histogram({
    name: 'kopa_request_duration_seconds',
    help: 'How long requests took, by route and kind of answer',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    registers: [registry],
  })
  // Without a promise, as in access.ts.
  app.addHook('onResponse', (request, reply, done) => {
    const route = request.routeOptions.url ?? 'none'
    const status = `${Math.floor(reply.statusCode / 100)}xx`
    took.observe({ method: request.method, route, status }, reply.elapsedTime / 1000)
    done()
  })
  return registry
}

/** In Prometheus' text format: requests since the start, the process since it was first asked for, and all else as it is. */
export async function metricsText(registry: Registry, house: House): Promise<string> {
  if (!registry.getSingleMetric('process_resident_memory_bytes')) collectDefaultMetrics({ register: registry })
  const now = house.now()
  const gauges = [
    ...(await ofLetters(house.db, now)),
    ...(await ofPlaces(house.db, now)),
    ...(await ofDatabase(house)),
    ...(await ofBackups(house.config, now)),
  ]
  for (const { name } of gauges) registry.removeSingleMetric(name)
  for (const { name, help, values } of gauges.filter((one) => one.values.length > 0)) {
    const labelNames = Object.keys(values[0]?.[0] ?? {})
    const gauge = new Gauge({ name, help, labelNames, registers: [registry] })
    for (const [labels, value] of values) gauge.set(labels, value)
  }
  return await registry.metrics()
}

type Reading = { name: string; help: string; values: [Record<string, string>, number][] }

async function ofLetters(db: Reads, now: Temporal.Instant): Promise<Reading[]> {
  const counts = await letterCounts(db)
  const oldest = await oldestUnsent(db)
  const late = (await lateBy(db, now)).reduce((sum, { letters }) => sum + letters, 0)
  const waits = oldest ? Math.max(0, Math.round(oldest.until(now).total('seconds'))) : 0
  return [
    {
      name: 'kopa_letters',
      help: 'Letters in the outbox',
      values: counts.map(({ state, letters }) => [{ state }, letters]),
    },
    { name: 'kopa_late_letters', help: 'Letters that should have gone by now', values: [[{}, late]] },
    { name: 'kopa_oldest_unsent_letter_seconds', help: 'Age of the letter that waits longest', values: [[{}, waits]] },
  ]
}

/** Of meetings that are still to be. */
async function ofPlaces(db: Reads, now: Temporal.Instant): Promise<Reading[]> {
  const ahead = await db
    .select({ id: meetings.id, capacity: meetings.capacity, project: projects.slug, meeting: meetings.slug })
    .from(meetings)
    .innerJoin(projects, eq(projects.id, meetings.projectId))
    .where(and(eq(meetings.status, 'published'), gt(meetings.endsAt, now)))
  const standingOf = await standings(db, ahead)
  const values = (read: (one: (typeof ahead)[number]) => number): Reading['values'] =>
    ahead.map((one) => [{ project: one.project, meeting: one.meeting }, read(one)])
  return [
    { name: 'kopa_places', help: 'Places of a meeting', values: values(({ capacity }) => capacity) },
    {
      name: 'kopa_places_taken',
      help: 'Places of a meeting that are taken or kept for somebody',
      values: values((one) => standingOf(one).taken),
    },
  ]
}

async function ofDatabase({ db, config: { databaseUrl } }: House): Promise<Reading[]> {
  if (db.measured) return ofPostgres(await db.measured())
  if (!databaseUrl.startsWith('sqlite:')) return []
  const file = sqlitePath(databaseUrl)
  const size = (path: string) => statSync(path, { throwIfNoEntry: false })?.size ?? 0
  const values: Reading['values'] = [
    [{ part: 'file' }, size(file)],
    [{ part: 'log' }, size(`${file}-wal`)],
  ]
  return [{ ...bytes, values }]
}

const bytes = { name: 'kopa_database_bytes', help: 'Size of the database and, on SQLite, of its write-ahead log' }

function ofPostgres({ connections: { all, idle, waiting }, bytes: size }: Measured): Reading[] {
  return [
    { ...bytes, values: [[{ part: 'all' }, size]] },
    { name: 'kopa_database_connections', help: 'Connections of this server to PostgreSQL', values: [[{}, all]] },
    { name: 'kopa_database_idle_connections', help: 'Those of them that nobody uses', values: [[{}, idle]] },
    { name: 'kopa_database_waiting', help: 'What waits for a connection', values: [[{}, waiting]] },
  ]
}

async function ofBackups(config: Config, now: Temporal.Instant): Promise<Reading[]> {
  const last = await lastBackup(config.dataDir)
  const age: Reading['values'] = last ? [[{}, Math.round(last.until(now).total('seconds'))]] : []
  const overdue = Number(await lacksBackup(config, now))
  return [
    { name: 'kopa_backup_age_seconds', help: 'Age of the last backup that is whole', values: age },
    { name: 'kopa_backup_overdue', help: 'Whether BACKUP_TO lacks one that is due', values: [[{}, overdue]] },
    {
      name: 'kopa_backup_failures',
      help: 'Automatic backups that failed since the server began',
      values: [[{}, failedBackups()]],
    },
  ]
}
