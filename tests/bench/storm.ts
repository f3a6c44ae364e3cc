import { type Call, spread } from './compare.ts'
import { drive, type Measured, median } from './load.ts'
import type { Child } from './servers.ts'

/** A page read by few, quiet and while many sign up to another meeting of its project, in turn. */
export type Storm = { quiet: Measured[]; stormy: Measured[]; signUps: Measured[] }

const [rounds, seconds] = [5, 2]

export async function readInStorm(kopa: Child, page: Call, signUp: Call): Promise<Storm> {
  const storm: Storm = { quiet: [], stormy: [], signUps: [] }
  const read = () => drive({ ...page, url: kopa.url + page.path, pid: kopa.pid, seconds, connections: 4 })
  const write = () => drive({ ...signUp, url: kopa.url + signUp.path, pid: kopa.pid, seconds, connections: 64 })
  for (let round = 0; round <= rounds; round++) {
    const quiet = await read()
    const [stormy, signUps] = await Promise.all([read(), write()])
    if (quiet.errors + stormy.errors + signUps.errors > 0)
      throw new Error('Errors in the storm; the run counts for nothing.')
    if (round === 0) continue
    storm.quiet.push(quiet)
    storm.stormy.push(stormy)
    storm.signUps.push(signUps)
  }
  return storm
}

export function stormTable({ quiet, stormy, signUps }: Storm): string {
  const of = (all: Measured[], figure: keyof Measured) => median(all.map((one) => one[figure])).toFixed(0)
  const ratios = stormy.map(({ p99 }, i) => p99 / Math.max(quiet[i]?.p99 ?? Number.NaN, 1))
  const latencies = [quiet, stormy].map((all) => `${of(all, 'p50')}/${of(all, 'p99')}`).join(' | ')
  return `| a page while 64 sign up | quiet p50/p99 ms | in the storm | p99, storm : quiet | sign-ups/s | pages/s |
|---|---|---|---|---|---|
| 4 connections, kept page | ${latencies} | ${spread(ratios, 1)} | ${of(signUps, 'perSecond')} | ${of(stormy, 'perSecond')} |`
}
