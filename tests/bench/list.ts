import { median } from './load.ts'

/** What a look at a list costs the server, and one row of it: of those shown, or of all that were taken away. */
export type Looked = {
  what: string
  people: number
  p50: number
  p99: number
  cpuMs: number
  rowMs: number
  kB: number
}

type Desk = { site: string; cookie: string; lists: { path: string; people: number }[]; cpuSeconds: () => number }
type Asked = { what: string; path: string; people: number; rows: number; times: number }

const perPage = 200

/** The page with every column, a search, and the whole list as a file, of meetings small and large. */
export async function lookAtLists({ site, cookie, lists, cpuSeconds }: Desk): Promise<Looked[]> {
  const looked: Looked[] = []
  for (const { path, people } of lists) {
    const columns = await everyColumn(site + path, cookie)
    const rows = Math.min(people, perPage)
    const asked: Asked[] = [
      { what: 'page, all columns', path: `${path}?columns=${columns}`, people, rows, times: 50 },
      { what: 'page, by name', path: `${path}?columns=${columns}&sort=name`, people, rows, times: 50 },
      { what: 'page, search', path: `${path}?search=liga`, people, rows: Math.min(people / 10, perPage), times: 50 },
      { what: 'page, by photos', path: `${path}?photo.web=no&columns=${columns}`, people, rows, times: 20 },
      { what: 'CSV of all', path: `${path}.csv?columns=${columns}`, people, rows: people, times: 5 },
    ]
    for (const one of asked) looked.push(await measured(one, { site, cookie, cpuSeconds }))
  }
  return looked
}

async function everyColumn(url: string, cookie: string): Promise<string> {
  const page = await (await fetch(url, { headers: { cookie } })).text()
  return [...page.matchAll(/name="show\.([\w.-]+)"/g)].map(([, name]) => name).join('+')
}

async function measured(asked: Asked, { site, cookie, cpuSeconds }: Omit<Desk, 'lists'>): Promise<Looked> {
  const { what, path, people, rows, times } = asked
  const took: number[] = []
  let [before, bytes] = [0, 0]
  for (let i = -Math.ceil(times / 5); i < times; i++) {
    if (i === 0) before = cpuSeconds()
    const start = performance.now()
    const answer = await fetch(site + path, { headers: { cookie, 'accept-encoding': 'identity' } })
    bytes = (await answer.arrayBuffer()).byteLength
    if (answer.status !== 200) throw new Error(`The list answered ${answer.status}; the run counts for nothing.`)
    if (i >= 0) took.push(performance.now() - start)
  }
  const cpuMs = ((cpuSeconds() - before) * 1000) / times
  const p99 = took.toSorted((a, b) => a - b)[Math.floor(times * 0.99)] ?? Number.NaN
  return { what, people, p50: median(took), p99, cpuMs, rowMs: cpuMs / rows, kB: bytes / 1000 }
}

export function listTable(all: readonly Looked[]): string {
  const rows = all.map(({ what, people, p50, p99, cpuMs, rowMs, kB }) => {
    const each = (cpuMs * 1000) / people
    const figures = [
      `${p50.toFixed(1)}/${p99.toFixed(1)}`,
      cpuMs.toFixed(1),
      rowMs.toFixed(3),
      each.toFixed(1),
      kB.toFixed(0),
    ]
    return `| ${what} | ${people} | ${figures.join(' | ')} |`
  })
  return [
    '| list of registrations | people | p50/p99 ms | CPU ms | CPU ms a row | CPU µs a person | kB |',
    '|---|---|---|---|---|---|---|',
    ...rows,
  ].join('\n')
}
