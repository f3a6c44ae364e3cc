import { existsSync, readdirSync, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'

/** How long what migrations and restores put aside is kept: no longer than people after their meeting. */
export const keptAside = { hours: 30 * 24 }

/**
 * Copies beside a SQLite file, made by a migration, put there by a restore or left by a backup that was killed, that have been kept for long enough: in
 * them are people who have been deleted since. A replaced file is as old as its replacement, whenever it was last written.
 */
export function oldCopies(file: string, now: Temporal.Instant): string[] {
  const folder = dirname(file)
  const copy = new RegExp(`^${RegExp.escape(basename(file))}-(before|replaced|snapshot)-([^-]+)(-wal|-shm)?$`)
  const before = now.subtract(keptAside).epochMilliseconds
  return (existsSync(folder) ? readdirSync(folder) : [])
    .filter((name) => {
      const [, why, since] = copy.exec(name) ?? []
      if (!why) return false
      return Math.max(statSync(join(folder, name)).mtimeMs, why === 'replaced' ? Number(since) || 0 : 0) < before
    })
    .map((name) => join(folder, name))
}
