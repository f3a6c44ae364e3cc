import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { get, type IncomingMessage } from 'node:http'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { freePort } from '../free-port.ts'
import { type Edits, editAgenda } from './agenda.ts'
import { isAsked, isWhole, type Scenario } from './asked.ts'
import { askAboutAddresses, enumerationTable } from './enumeration.ts'
import { feedPath, feedTable, writeFeeds } from './feed.ts'
import { type Posted, postAll, postedTable } from './letters.ts'
import { listTable, lookAtLists } from './list.ts'
import { cpuSeconds, drive, type Measured, median } from './load.ts'
import { benchWorld } from './world.ts'

// npm run bench: Kopā beside bare Fastify, in turn (A B A B …), over a real file. Read the ratios, not the absolutes.

const rounds = 5
const seconds = 4
const folder = mkdtempSync(join(tmpdir(), 'kopa-bench-'))
const form = 'name=Guest&email=[<id>]@example.org&group='

const { url: databaseUrl, group, long, lists, known } = await benchWorld(`sqlite:${join(folder, 'kopa.db')}`, isAsked)
copyFileSync(join(folder, 'kopa.db'), join(folder, 'bare.db'))
const feeds = isAsked('feed') ? await writeFeeds(databaseUrl) : []
const posted = isAsked('letters') && (await postLettersTo(await start('tests/bench/sink.ts', [], {})))
const kopa = await start('server/main.ts', [], { DATABASE_URL: databaseUrl, DATA_DIR: folder })
const kept: Record<string, string> = { '/page': `${kopa.url}/gen-y-city/kickoff?lang=lv` }
if (isAsked('feed')) kept['/feed'] = kopa.url + feedPath(1_000)
await keepPages(kept)
const bare = await start('tests/bench/bare.ts', [String(await freePort()), join(folder, 'bare.db')], {})

process.on('exit', () => {
  for (const { child } of [kopa, bare]) child.kill('SIGKILL')
  rmSync(folder, { recursive: true, force: true })
})

const br = { 'accept-encoding': 'br', 'accept-language': 'lv' }
const cpu = () => cpuSeconds(kopa.pid)
const comparisons: [Scenario, ...Parameters<typeof compare>][] = [
  ['page', 'meeting page, 13 slots, warm', 16, { path: '/gen-y-city/kickoff', headers: br }, { path: '/page' }],
  ['feed', 'feed, 1,000 entries, warm', 16, { path: feedPath(1_000), headers: br }, { path: '/feed' }],
  ['registration', 'registration, durable', 64, sends('/gen-y-city/kickoff/register'), sends('/register')],
  ['registration', 'registration, durable', 256, sends('/gen-y-city/kickoff/register'), sends('/register')],
]
const results: Result[] = []
for (const [scenario, ...what] of comparisons) if (isAsked(scenario)) results.push(await compare(...what))
const edits = isAsked('agenda') && (await editAgenda({ ...long, url: kopa.url + long.path, cpuSeconds: cpu }))
const looks = isAsked('list') && (await lookAtLists({ site: kopa.url, cookie: long.cookie, lists, cpuSeconds: cpu }))
const told = isAsked('enumeration') && (await askAboutAddresses(kopa.url, known))
report([
  results.length > 0 && comparedTable(results),
  feeds.length > 0 && feedTable(feeds),
  posted && postedTable(posted),
  edits && editing(edits),
  looks && listTable(looks),
  told && enumerationTable(told),
])
process.exit()

async function postLettersTo({ child, url }: Awaited<ReturnType<typeof start>>): Promise<Posted> {
  const posted = await postAll(`sqlite:${join(folder, 'letters.db')}`, url.replace('http', 'smtp'))
  child.kill('SIGKILL')
  return posted
}

type Call = { path: string; headers?: Record<string, string>; form?: string }
type Result = { name: string; connections: number; ours: Measured[]; theirs: Measured[] }

function sends(path: string): Call {
  return { path, form: form + group }
}

async function compare(name: string, connections: number, ours: Call, theirs: Call): Promise<Result> {
  const result: Result = { name, connections, ours: [], theirs: [] }
  const load = { seconds, connections }
  for (let round = 0; round <= rounds; round++) {
    const own = await drive({ ...load, ...ours, url: kopa.url + ours.path, pid: kopa.pid })
    const other = await drive({ ...load, ...theirs, url: bare.url + theirs.path, pid: bare.pid })
    if (own.errors + other.errors > 0)
      throw new Error(`${name}: ${own.errors} and ${other.errors} errors; the run counts for nothing.`)
    if (round > 0) result.ours.push(own)
    if (round > 0) result.theirs.push(other)
  }
  return result
}

/** What our answers are made of, for the bare server to send: the same headers, the same bytes. */
async function keepPages(paths: Record<string, string>) {
  const skipped = ['connection', 'keep-alive', 'date', 'transfer-encoding', 'content-length', 'set-cookie']
  const pages: Record<string, { headers: Record<string, string>; body: string }> = {}
  for (const [path, url] of Object.entries(paths)) {
    const { headers, body } = await compressed(url)
    const kept = Object.entries(headers).filter(([name]) => !skipped.includes(name))
    pages[path] = { headers: Object.fromEntries(kept.map(([name, value]) => [name, `${value}`])), body }
  }
  writeFileSync(join(folder, 'bare.db.json'), JSON.stringify(pages))
}

/** As it travels; fetch would unpack it. */
async function compressed(url: string) {
  const asked = get(url, { headers: { 'accept-encoding': 'br' } })
  const [answer] = (await once(asked, 'response')) as [IncomingMessage]
  return { headers: answer.headers, body: Buffer.concat(await answer.toArray()).toString('base64') }
}

async function start(entry: string, args: string[], env: Record<string, string>) {
  const port = String(await freePort())
  const given = args.length > 0 ? [port, ...args.slice(1)] : args
  const child: ChildProcess = spawn(process.execPath, [entry, ...given], {
    env: { PATH: process.env.PATH, LOG_LEVEL: 'error', HOST: '127.0.0.1', PORT: port, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  if (!child.stdout || !child.pid) throw new Error(`${entry} did not start.`)
  for await (const line of createInterface({ input: child.stdout })) if (/\bat http/.test(line)) break
  return { child, pid: child.pid, url: `http://127.0.0.1:${port}` }
}

function report(tables: (string | false)[]) {
  const machine = `${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}, Node ${process.version}`
  const run = `\`npm run bench\`, ${machine}; ${rounds} rounds of ${seconds} s in turn, after one to warm up.`
  const text = `# Kopā beside bare Fastify\n\n${run}\n\n${tables.filter((table) => table !== false).join('\n\n')}\n`
  console.log(text)
  if (isWhole) writeFileSync(new URL('results.md', import.meta.url), text)
}

function comparedTable(all: Result[]): string {
  return [
    '| scenario | connections | ours/s | bare/s | ratio (median, min–max) | ours CPU ms | bare CPU ms | CPU ratio | ours p50/p99 ms |',
    '|---|---|---|---|---|---|---|---|---|',
    ...all.map(row),
  ].join('\n')
}

function row({ name, connections, ours, theirs }: Result): string {
  const ratios = ours.map((own, i) => own.perSecond / (theirs[i]?.perSecond ?? Number.NaN))
  const of = (all: Measured[], figure: keyof Measured) => median(all.map((one) => one[figure]))
  const cpu = of(theirs, 'cpuMs') / of(ours, 'cpuMs')
  const spread = `${median(ratios).toFixed(2)} (${Math.min(...ratios).toFixed(2)}–${Math.max(...ratios).toFixed(2)})`
  const rates = `${of(ours, 'perSecond').toFixed(0)} | ${of(theirs, 'perSecond').toFixed(0)}`
  const costs = `${of(ours, 'cpuMs').toFixed(3)} | ${of(theirs, 'cpuMs').toFixed(3)} | ${cpu.toFixed(2)}`
  return `| ${name} | ${connections} | ${rates} | ${spread} | ${costs} | ${of(ours, 'p50')}/${of(ours, 'p99')} |`
}

function editing({ slots, p50, p99, cpuMs, bytes }: Edits): string {
  const figures = `${p50.toFixed(1)}/${p99.toFixed(1)} | ${cpuMs.toFixed(1)} | ${(bytes / 1000).toFixed(1)}`
  return `| agenda builder | slots | p50/p99 ms | CPU ms | answer kB |\n|---|---|---|---|---|\n| a slot moved | ${slots} | ${figures} |`
}
