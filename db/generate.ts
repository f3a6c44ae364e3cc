import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import {
  type DrizzleSQLiteSnapshotJSON,
  generateMigration,
  generateSQLiteDrizzleJson,
  generateSQLiteMigration,
} from 'drizzle-kit/api'
import { migrationsFolder, readMigrations } from './migrations.ts'
import { postgresSnapshot } from './postgres-snapshot.ts'
import * as schema from './schema.ts'

// `npm run migrations -- NAME` writes the next migration for both engines from db/schema.ts.
// `npm run migrations -- --fresh` begins anew with one first migration: only before the first release.

const snapshotFile = join(import.meta.dirname, 'migrations', 'snapshot.json')
const engines = ['sqlite', 'postgres'] as const

const { values, positionals } = parseArgs({ allowPositionals: true, options: { fresh: { type: 'boolean' } } })
if (values.fresh) forget()
await generate(positionals[0])

function forget() {
  rmSync(join(import.meta.dirname, 'migrations'), { recursive: true, force: true })
}

async function generate(name: string | undefined) {
  for (const engine of engines) mkdirSync(migrationsFolder(engine), { recursive: true })
  const before = existsSync(snapshotFile) ? readSnapshot() : await generateSQLiteDrizzleJson({})
  const after = await generateSQLiteDrizzleJson(schema, before.id)
  const statements = {
    sqlite: await generateSQLiteMigration(before, after),
    postgres: await postgresMigration(postgresSnapshot(before), postgresSnapshot(after)),
  }
  if (statements.sqlite.length + statements.postgres.length === 0) return console.log('The migrations are up to date.')
  const file = `${nextNumber()}_${name ?? (existsSync(snapshotFile) ? 'change' : 'first')}.sql`
  for (const engine of engines)
    writeFileSync(join(migrationsFolder(engine), file), `${statements[engine].join('\n')}\n`)
  writeFileSync(snapshotFile, `${JSON.stringify(after, null, 1)}\n`)
  console.log(`Wrote ${file} for both engines: read it before you commit it.`)
}

/** Which schema the tables are in is the connection's business, so none is named. */
async function postgresMigration(...snapshots: Parameters<typeof generateMigration>): Promise<string[]> {
  const statements = await generateMigration(...snapshots)
  return statements.map((statement) => statement.replaceAll('"public".', ''))
}

function nextNumber(): string {
  return String(readMigrations('sqlite').length).padStart(4, '0')
}

function readSnapshot(): DrizzleSQLiteSnapshotJSON {
  return JSON.parse(readFileSync(snapshotFile, 'utf8'))
}
