import { readFileSync } from 'node:fs'
import { readPage } from './cold.ts'
import { spread } from './compare.ts'
import { drive, median } from './load.ts'
import { type Child, start, stop } from './servers.ts'

type Begun = { readyMs: number; idleMB: number; loadedMB: number }
export type Beginnings = { ours: Begun[]; bare: Begun[] }

const rounds = 5

/** How long a server takes until it answers, and what memory it holds then, and under load. In turn. */
export async function startInTurn(env: Record<string, string>, page: string, bareFile: string): Promise<Beginnings> {
  const all: Beginnings = { ours: [], bare: [] }
  for (let round = 0; round <= rounds; round++) {
    const ours = await begin(await start('server/main.ts', env), page)
    const bare = await begin(await start('tests/bench/bare.ts', {}, bareFile), '/page')
    if (round > 0) all.ours.push(ours)
    if (round > 0) all.bare.push(bare)
  }
  return all
}

async function begin(server: Child, page: string): Promise<Begun> {
  const { pid, url, readyMs } = server
  const idleMB = memoryOf(pid)
  await readPage(url + page)
  await drive({ url: url + page, pid, seconds: 1, connections: 64, headers: { 'accept-encoding': 'br' } })
  const loadedMB = memoryOf(pid)
  await stop(server)
  return { readyMs, idleMB, loadedMB }
}

/** Resident, in megabytes; proc_pid_status(5). */
export function memoryOf(pid: number): number {
  return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024
}

export function startTable({ ours, bare }: Beginnings): string {
  const row = (name: string, figure: keyof Begun) => {
    const ratios = ours.map((own, i) => own[figure] / (bare[i]?.[figure] ?? Number.NaN))
    const of = (all: Begun[]) => median(all.map((one) => one[figure])).toFixed(0)
    return `| ${name} | ${of(ours)} | ${of(bare)} | ${spread(ratios)} |`
  }
  return [
    '| beside bare Fastify with better-sqlite3 | ours | bare | ratio (median, min–max) |',
    '|---|---|---|---|',
    row('ready after, ms', 'readyMs'),
    row('memory idle, MB', 'idleMB'),
    row('memory after a second of 64 connections, MB', 'loadedMB'),
  ].join('\n')
}
