import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { freshFolder } from '../database.ts'

/** What a server is started with so that its clock is wrong, and can be set while it runs; negative: behind. */
export function clockAhead(first: Temporal.DurationLike) {
  const file = join(freshFolder(), 'clock')
  const set = (by: Temporal.DurationLike) => writeFileSync(file, `${Temporal.Duration.from(by).total('seconds')}`)
  set(first)
  return { set, env: { KOPA_CLOCK: file, NODE_OPTIONS: `--import=${new URL('clock.ts', import.meta.url)}` } }
}
