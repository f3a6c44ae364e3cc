import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Unopenable } from './unopenable.ts'

export type Migration = { name: string; sql: string; hash: string }
export type Applied = { name: string; hash: string }

export function migrationsFolder(engine: 'sqlite' | 'postgres'): string {
  return join(import.meta.dirname, 'migrations', engine)
}

export function readMigrations(engine: 'sqlite' | 'postgres'): Migration[] {
  const folder = migrationsFolder(engine)
  const files = readdirSync(folder).filter((file) => file.endsWith('.sql'))
  return files.sort().map((file) => migration(file.slice(0, -'.sql'.length), readFileSync(join(folder, file), 'utf8')))
}

export function migration(name: string, sql: string): Migration {
  return { name, sql, hash: createHash('sha256').update(sql).digest('hex') }
}

/** What is still to be done. `database` names it in the sentence that refuses one with another past. */
export function pending(migrations: Migration[], applied: Applied[], database: string): Migration[] {
  for (const [index, done] of applied.entries()) {
    const known = migrations[index]
    if (known?.name !== done.name)
      throw new Unopenable(`${database} was made by another version of Kopā (it has ${done.name}): start that version.`)
    if (known.hash !== done.hash)
      throw new Unopenable(`${database} was made before ${done.name} was written anew: start with a new database.`)
  }
  return migrations.slice(applied.length)
}
