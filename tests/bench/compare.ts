import { drive, type Measured, median } from './load.ts'
import type { Child } from './servers.ts'

export type Call = { path: string; headers?: Record<string, string>; form?: string; among?: readonly string[] }
/** `seconds`: how long a round takes, where it is not the usual. */
export type Scenario = { name: string; connections: number; seconds?: number; ours: Call; theirs: Call }
export type Compared = { name: string; connections: number; ours: Measured[]; theirs: Measured[] }

export const rounds = 5
export const seconds = 1

/** Ours and the other in turn (A B A B …), after a round to warm up. One error, and the run counts for nothing. */
export async function compare(kopa: Child, bare: Child, { ours, theirs, ...rest }: Scenario): Promise<Compared> {
  const compared: Compared = { ...rest, ours: [], theirs: [] }
  const load = { seconds: rest.seconds ?? seconds, connections: rest.connections }
  for (let round = 0; round <= rounds; round++) {
    const own = await drive({ ...load, ...ours, url: kopa.url + ours.path, pid: kopa.pid })
    const other = await drive({ ...load, ...theirs, url: bare.url + theirs.path, pid: bare.pid })
    if (own.errors + other.errors > 0)
      throw new Error(`${rest.name}: ${own.errors} and ${other.errors} errors; the run counts for nothing.`)
    if (round > 0) compared.ours.push(own)
    if (round > 0) compared.theirs.push(other)
  }
  return compared
}

export function comparedTable(all: readonly Compared[]): string {
  return [
    '| beside bare Fastify with the same bytes | connections | ours/s | bare/s | ratio (median, min–max) | ours CPU ms | bare CPU ms | CPU ratio | ours p50/p99 ms |',
    '|---|---|---|---|---|---|---|---|---|',
    ...all.map(row),
  ].join('\n')
}

function row({ name, connections, ours, theirs }: Compared): string {
  const ratios = ours.map((own, i) => own.perSecond / (theirs[i]?.perSecond ?? Number.NaN))
  const of = (all: Measured[], figure: keyof Measured) => median(all.map((one) => one[figure]))
  const cpu = of(theirs, 'cpuMs') / of(ours, 'cpuMs')
  const rates = `${of(ours, 'perSecond').toFixed(0)} | ${of(theirs, 'perSecond').toFixed(0)}`
  const costs = `${of(ours, 'cpuMs').toFixed(3)} | ${of(theirs, 'cpuMs').toFixed(3)} | ${cpu.toFixed(2)}`
  return `| ${name} | ${connections} | ${rates} | ${spread(ratios)} | ${costs} | ${of(ours, 'p50')}/${of(ours, 'p99')} |`
}

/** A median with the least and the most. */
export function spread(values: number[], digits = 2): string {
  const [middle, least, most] = [median(values), Math.min(...values), Math.max(...values)]
  return `${middle.toFixed(digits)} (${least.toFixed(digits)}–${most.toFixed(digits)})`
}
