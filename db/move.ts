import { type Digest, digesting, digestOf } from './moving/digest.ts'
import { fromPostgres, toPostgres } from './moving/postgres.ts'
import type { Source, Target } from './moving/side.ts'
import { fromSqlite, toSqlite } from './moving/sqlite.ts'
import { type Table, tablesInOrder } from './moving/tables.ts'
import { isPostgres, sqlitePath } from './open.ts'
import { Unopenable } from './unopenable.ts'

export type Moved = Digest & { table: string }

/**
 * Copies everything from one database into an empty one, on whichever engines, and reads it again there. Throws
 * `Unopenable`, and leaves the target empty, where a server is at work, anything is stored in it already, or what
 * arrived is not what was sent.
 */
export async function move(from: string, to: string): Promise<Moved[]> {
  const source = await openSource(from)
  try {
    const target = await openTarget(to)
    try {
      return await copyAll(source, target)
    } finally {
      await target.close()
    }
  } finally {
    await source.close()
  }
}

async function openSource(url: string): Promise<Source> {
  return isPostgres(url) ? await fromPostgres(url) : await fromSqlite(sqlitePath(url))
}

async function openTarget(url: string): Promise<Target> {
  return isPostgres(url) ? await toPostgres(url) : await toSqlite(sqlitePath(url))
}

async function copyAll(source: Source, target: Target): Promise<Moved[]> {
  const moved: Moved[] = []
  const tables = tablesInOrder()
  for (const table of tables) moved.push({ table: table.name, ...(await copy(source, target, table)) })
  // Once all are in: what comes in later must not have changed what was there before.
  for (const [at, table] of tables.entries()) refuseIfOther(moved[at], await digestOf(target.rows(table)))
  await target.keep()
  return moved
}

async function copy(source: Source, target: Target, table: Table): Promise<Digest> {
  const { add, digest } = digesting()
  for await (const rows of source.rows(table)) {
    add(rows)
    await target.put(table, rows)
  }
  return digest()
}

function refuseIfOther(sent: Moved | undefined, arrived: Digest): void {
  if (!sent || (sent.rows === arrived.rows && sent.sha256 === arrived.sha256)) return
  throw new Unopenable(
    `What arrived of ${sent.table} is not what was sent (${sent.rows} rows, ${sent.sha256.slice(0, 12)}; there ` +
      `${arrived.rows} rows, ${arrived.sha256.slice(0, 12)}): nothing was kept, and the target is empty.`,
  )
}
