import { createHash, randomUUID } from 'node:crypto'
import { setTimeout } from 'node:timers/promises'
import type { Pool, PoolClient } from 'pg'
import { loadPostgresDriver } from './drizzle.ts'
import { errorCodes, errorMessages } from './error-codes.ts'
import { measuredOn } from './measured.ts'
import { migratePostgres } from './migrate-postgres.ts'
import { readMigrations } from './migrations.ts'
import { nameStatements } from './named-statements.ts'
import { hearTouches } from './notifications.ts'
import type { Database, Deed, Reach, Reads, Tx } from './open.ts'
import { loadPg } from './pg.ts'
import { tallyOn } from './tally.ts'
import { leaveTouch, lookAround } from './touches.ts'
import { takeTurns } from './turns.ts'
import { Unopenable } from './unopenable.ts'

const attempts = 10

export async function openPostgres(url: string): Promise<Database> {
  const pool = connections(url)
  try {
    await migratePostgres(url, readMigrations('postgres'))
    return await database(pool, url)
  } catch (error) {
    await pool.end()
    if (error instanceof Unopenable) throw error
    throw new Unopenable(`PostgreSQL at ${new URL(url).host} cannot be used: ${errorMessages(error).join(', ')}.`)
  }
}

/** Nobody waits for ever: not for a connection, not for an answer, not for a deed that stopped half-way. */
function connections(url: string): Pool {
  const pool = new (loadPg().Pool)({
    connectionString: url,
    max: 10,
    connectionTimeoutMillis: 5_000,
    statement_timeout: 10_000,
    query_timeout: 15_000,
    idle_in_transaction_session_timeout: 10_000,
    keepAlive: true,
  })
  // A connection that breaks, idle or in use, is replaced when one is next needed; unheard, it would end the process.
  pool.on('error', () => {})
  pool.on('connect', (client) => {
    client.on('error', () => {})
    nameStatements(client)
  })
  return pool
}

async function database(pool: Pool, url: string): Promise<Database> {
  const listeners: ((touched: string) => void)[] = []
  const tell = (touched: string) => {
    for (const listener of listeners) listener(touched)
  }
  const inTurn = takeTurns()
  const around = await lookAround(pool, tell)
  const ears = { hear: around.hear, doubt: () => tell('everything') }
  const stopHearing = await hearTouches(url, ears).catch(async (error) => {
    await around.stop()
    throw error
  })
  return Object.assign(queries(pool), {
    engine: 'postgres' as const,
    transact: async <T>(deed: Deed<T>, reach: Reach) => {
      const touch = randomUUID()
      const attempt = () => retried(() => transaction(pool, deed, reach, touch))
      const value = await locksOf(reach).reduceRight((next, lock) => () => inTurn(lock, next), attempt)()
      around.hear(touch, reach.touches)
      return value
    },
    onTouch: (listener: (touched: string) => void) => void listeners.push(listener),
    tally: tallyOn(pool),
    measured: measuredOn(pool),
    emptyLog: async () => {},
    close: async () => {
      await stopHearing()
      await around.stop()
      await pool.end()
    },
  })
}

const kept = new WeakMap<Pool | PoolClient, Reads & Tx>()

/**
 * Drizzle builds the same queries from the same tables for both engines: tests/db/queries.test.ts holds it to that.
 * One for each connection, so that what is `prepared` is built once for each, and not in every deed.
 */
function queries(client: Pool | PoolClient): Reads & Tx {
  const its = kept.get(client) ?? (loadPostgresDriver().drizzle(client) as unknown as Reads & Tx)
  kept.set(client, its)
  return its
}

async function transaction<T>(pool: Pool, deed: Deed<T>, reach: Reach, touch: string): Promise<T> {
  const client = await pool.connect()
  try {
    await client.query(beginWith(locksOf(reach)))
    const value = await deed(queries(client))
    if (reach.touches !== 'nothing') await leaveTouch(client, touch, reach.touches)
    await commit(client)
    client.release()
    return value
  } catch (error) {
    const undone = await client.query('ROLLBACK').then(
      () => true,
      () => false,
    )
    client.release(!undone)
    throw error
  }
}

/** Deeds run as if alone: kept apart by their lock, or else by SERIALIZABLE (docs/decisions/transactions-on-postgres.md). */
function beginWith(locks: readonly string[]): string {
  if (locks.length === 0) return 'BEGIN ISOLATION LEVEL SERIALIZABLE'
  const keys = locks.map((lock) => createHash('sha256').update(lock).digest().readBigInt64BE())
  return ['BEGIN', ...keys.map((key) => `SELECT pg_advisory_xact_lock(${key})`)].join('; ')
}

/** Always in the same order, so that no two deeds wait for each other. */
function locksOf({ lock = [] }: Reach): readonly string[] {
  return typeof lock === 'string' ? [lock] : lock.toSorted()
}

/** A deed that goes on after a failed query has nothing left to commit, and PostgreSQL only says so in passing. */
async function commit(client: PoolClient) {
  const { command } = await client.query('COMMIT')
  if (command !== 'COMMIT') throw new Error('The deed went on after one of its queries had failed.')
}

async function retried<T>(run: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await run()
    } catch (error) {
      if (attempt === attempts || !isConflict(error)) throw error
      await setTimeout(Math.random() * 5 * 2 ** attempt)
    }
  }
}

/** A serialisation failure or a deadlock: nobody's fault, and gone the next time. */
function isConflict(error: unknown): boolean {
  return errorCodes(error).some((code) => code === '40001' || code === '40P01')
}
