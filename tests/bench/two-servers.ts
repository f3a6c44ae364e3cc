import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { Client } from 'pg'
import { type Database, open } from '../../db/open.ts'
import { createMeeting } from '../../server/meetings/create-meeting.ts'
import { publishMeeting } from '../../server/meetings/publish-meeting.ts'
import { createProject } from '../../server/projects/create.ts'
import { publishProject } from '../../server/projects/publish.ts'
import { groupsOf } from '../../server/projects/queries.ts'
import { freePort } from '../free-port.ts'
import { drive, median } from './load.ts'
import { benchOrganiser, meetingInput, projectInput } from './world.ts'

// FSYNC=on tests/with-postgres.sh node tests/bench/two-servers.ts: one server beside two on one PostgreSQL, in turn
// (A B A B …). Everything shares this machine, so read what a request costs each side; two gain where cores are free.

const [rounds, seconds, connections] = [3, 4, 64]
const now = Temporal.Now.instant()
const folder = mkdtempSync(join(tmpdir(), 'kopa-servers-'))
const server = process.env.TEST_DATABASE_URL ?? ''
const url = Object.assign(new URL(server), { pathname: '/kopa_servers' }).href
const postmaster = await makeDatabase()
const meetings = await makeMeetings(await open(url))
const both = [await start(), await start()] as const

process.on('exit', () => {
  for (const { child } of both) child.kill('SIGKILL')
  rmSync(folder, { recursive: true, force: true })
})

type Call = { path: string; form?: string }
type Cost = { perSecond: number; kopaMs: number; postgresMs: number; p50: number; p99: number }

const sendsTo = ({ slug, group }: (typeof meetings)[number]): Call => ({
  path: `/gen-y-city/${slug}/register`,
  form: `name=Guest&email=[<id>]@example.org&group=${group}`,
})
const [first, second] = meetings
if (!first || !second) throw new Error('There are no meetings.')
const page = { path: `/gen-y-city/${first.slug}?lang=lv` }
const rows = [
  await compare('meeting page, warm', [page, page]),
  await compare('registration, one meeting', [sendsTo(first), sendsTo(first)]),
  await compare('registration, two meetings', [sendsTo(first), sendsTo(second)]),
]
report(rows)
process.exit()

async function makeDatabase(): Promise<number> {
  const client = new Client({ connectionString: server })
  await client.connect()
  await client.query('CREATE DATABASE kopa_servers')
  const { rows } = await client.query('SELECT pg_backend_pid() AS pid')
  const parent = Number(statOf(rows[0].pid)[1])
  await client.end()
  return parent
}

async function makeMeetings(db: Database) {
  const by = await benchOrganiser(db)
  const project = await createProject(db, projectInput, by, now)
  await publishProject(db, project, by, now)
  const startsAt = now.add({ hours: 24 * 14 })
  const days = [{ startsAt, endsAt: startsAt.add({ hours: 3 }) }]
  const made = []
  for (const slug of ['kickoff', 'finale']) {
    const meeting = await createMeeting(db, project, { ...meetingInput, slug, days }, by, now)
    await publishMeeting(db, project, meeting, by, now)
    const [group] = await groupsOf(db, project)
    made.push({ slug, group: group?.id ?? '' })
  }
  await db.close()
  return made
}

async function start() {
  const port = String(await freePort())
  const env = { DATABASE_URL: url, DATA_DIR: folder, LOG_LEVEL: 'error', HOST: '127.0.0.1', PORT: port }
  const child: ChildProcess = spawn(process.execPath, ['server/main.ts'], {
    env: { PATH: process.env.PATH, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  if (!child.stdout || !child.pid) throw new Error('Kopā did not start.')
  for await (const line of createInterface({ input: child.stdout })) if (/\bat http/.test(line)) break
  return { child, pid: child.pid, url: `http://127.0.0.1:${port}` }
}

async function compare(name: string, calls: [Call, Call]) {
  const [one, two]: [Cost[], Cost[]] = [[], []]
  for (let round = 0; round <= rounds; round++) {
    const alone = await cost(calls, [both[0], both[0]])
    const shared = await cost(calls, both)
    if (round > 0) one.push(alone)
    if (round > 0) two.push(shared)
  }
  return { name, one, two }
}

async function cost(
  calls: readonly [Call, Call],
  servers: readonly [(typeof both)[0], (typeof both)[0]],
): Promise<Cost> {
  const pids = [...new Set(servers.map(({ pid }) => pid))]
  const before = { kopa: sum(pids.map(cpuMs)), postgres: postgresMs() }
  const load = { seconds, connections: connections / 2 }
  const all = await Promise.all(
    calls.map((call, at) => drive({ ...load, ...call, pid: process.pid, url: (servers[at]?.url ?? '') + call.path })),
  )
  if (all.some(({ errors }) => errors > 0)) throw new Error('There were errors; the run counts for nothing.')
  const answered = sum(all.map(({ perSecond }) => perSecond)) * seconds
  return {
    perSecond: answered / seconds,
    kopaMs: (sum(pids.map(cpuMs)) - before.kopa) / answered,
    postgresMs: (postgresMs() - before.postgres) / answered,
    p50: Math.max(...all.map(({ p50 }) => p50)),
    p99: Math.max(...all.map(({ p99 }) => p99)),
  }
}

/** Of the postmaster, those of its children that are there, and those that were. */
function postgresMs(): number {
  const children = readdirSync('/proc').filter(
    (name) => /^\d+$/.test(name) && statOf(Number(name))[1] === `${postmaster}`,
  )
  const own = statOf(postmaster)
  return sum(children.map((pid) => cpuMs(Number(pid)))) + ticks(own, 11, 12, 13, 14)
}

function cpuMs(pid: number): number {
  return ticks(statOf(pid), 11, 12)
}

function ticks(fields: string[], ...which: number[]): number {
  return sum(which.map((at) => Number(fields[at] ?? 0))) * 10
}

/** Fields of proc_pid_stat(5) from the third on; nothing of a process that has gone meanwhile. */
function statOf(pid: number): string[] {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? []
  } catch {
    return []
  }
}

function sum(values: number[]): number {
  return values.reduce((all, one) => all + one, 0)
}

function report(all: Awaited<ReturnType<typeof compare>>[]) {
  const of = (costs: Cost[], figure: keyof Cost) => median(costs.map((one) => one[figure]))
  const side = (costs: Cost[]) =>
    `${of(costs, 'perSecond').toFixed(0)} | ${of(costs, 'kopaMs').toFixed(2)} | ${of(costs, 'postgresMs').toFixed(2)} | ${of(costs, 'p50')}/${of(costs, 'p99')}`
  const lines = all.map(({ name, one, two }) => {
    const ratios = two.map((pair, at) => pair.perSecond / (one[at]?.perSecond ?? Number.NaN))
    const spread = `${median(ratios).toFixed(2)} (${Math.min(...ratios).toFixed(2)}–${Math.max(...ratios).toFixed(2)})`
    return `| ${name} | ${side(one)} | ${side(two)} | ${spread} |`
  })
  const columns = 'one: /s | Kopā CPU ms | PostgreSQL CPU ms | p50/p99 ms'
  const head = `| ${connections} connections | ${columns} | ${columns.replace('one', 'two')} | two to one (median, min–max) |`
  const machine = `${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}, Node ${process.version}`
  const about = `\`FSYNC=on tests/with-postgres.sh node tests/bench/two-servers.ts\`, ${machine}; ${rounds} rounds of ${seconds} s in turn, after one to warm up; servers, PostgreSQL and load on the same machine.`
  const text = `# Two servers beside one, on one PostgreSQL\n\n${about}\n\n${head}\n|${'---|'.repeat(10)}\n${lines.join('\n')}\n`
  console.log(text)
  writeFileSync(new URL('two-servers.md', import.meta.url), text)
}
