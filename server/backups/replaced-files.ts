import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { keptAside } from '../../db/old-copies.ts'

/** Where a restore puts the files that were there. */
export function replacedFiles(dataDir: string, now: Temporal.Instant): string {
  return join(dataDir, `replaced-${now.epochMilliseconds}`)
}

/** Those kept for long enough: in them is what people have had deleted since. */
export function oldReplacedFiles(dataDir: string, now: Temporal.Instant): string[] {
  const before = now.subtract(keptAside).epochMilliseconds
  const names = existsSync(dataDir) ? readdirSync(dataDir) : []
  return names
    .filter((name) => Number(/^replaced-(\d+)$/.exec(name)?.[1] ?? Number.NaN) < before)
    .map((name) => join(dataDir, name))
}
