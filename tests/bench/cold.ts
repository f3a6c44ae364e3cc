import { spread } from './compare.ts'
import { cpuSeconds, median } from './load.ts'
import type { Child } from './servers.ts'

/** What the first look at a page after a registration costs: registering and looking, less registering alone. */
export type Cold = { name: string; cpuMs: number[]; ms: number[] }

const [rounds, each] = [5, 60]

export async function lookAfterWrites(kopa: Child, pages: Record<string, string>, write: () => Promise<void>) {
  const all: Cold[] = []
  for (const [name, path] of Object.entries(pages)) {
    const cold: Cold = { name, cpuMs: [], ms: [] }
    for (let round = 0; round <= rounds; round++) {
      const ms: number[] = []
      const writing = await cpuOf(kopa, write)
      const both = await cpuOf(kopa, async () => {
        await write()
        const began = performance.now()
        await readPage(kopa.url + path)
        ms.push(performance.now() - began)
      })
      if (round > 0) cold.cpuMs.push(both - writing)
      if (round > 0) cold.ms.push(median(ms))
    }
    all.push(cold)
  }
  return all
}

/** Milliseconds of the server's processor for one. */
async function cpuOf({ pid }: Child, deed: () => Promise<void>): Promise<number> {
  const before = cpuSeconds(pid)
  for (let i = 0; i < each; i++) await deed()
  return ((cpuSeconds(pid) - before) * 1000) / each
}

export async function readPage(url: string, headers: Record<string, string> = {}): Promise<void> {
  const answer = await fetch(url, { headers: { 'accept-encoding': 'br', 'accept-language': 'lv', ...headers } })
  await answer.arrayBuffer()
  if (answer.status !== 200) throw new Error(`${url} answered ${answer.status}; the run counts for nothing.`)
}

export function coldTable(all: readonly Cold[]): string {
  const rows = all.map(({ name, cpuMs, ms }) => `| ${name} | ${spread(cpuMs)} | ${median(ms).toFixed(1)} |`)
  return [
    '| first look after a registration | server CPU ms (median, min–max) | answered after ms |',
    '|---|---|---|',
    ...rows,
  ].join('\n')
}
