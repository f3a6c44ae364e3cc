import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { editAgenda, editsTable } from './agenda.ts'
import { isAsked, isWhole, type Part } from './asked.ts'
import { coldTable, lookAfterWrites, readPage } from './cold.ts'
import { commitAlone, commitTable } from './commits.ts'
import { type Compared, compare, comparedTable, rounds, type Scenario, seconds } from './compare.ts'
import { askAboutAddresses, enumerationTable } from './enumeration.ts'
import { feedPath, feedTable, writeFeeds } from './feed.ts'
import { postAll, postedTable } from './letters.ts'
import { listTable, lookAtLists } from './list.ts'
import { cpuSeconds } from './load.ts'
import { etagOf, keepPages } from './same-bytes.ts'
import { start, stop } from './servers.ts'
import { startInTurn, startTable } from './starting.ts'
import { readInStorm, stormTable } from './storm.ts'
import { growAndMeasure, volumeTable } from './volume.ts'
import { benchWorld, smallWorld } from './world.ts'

// npm run bench: Kopā beside its limits, in turn (A B A B …), over a real file. Read the ratios, not the absolutes.
// npm run bench -- storm letters: these alone, on the screen alone.

const folder = mkdtempSync(join(tmpdir(), 'kopa-bench-'))
process.on('exit', () => rmSync(folder, { recursive: true, force: true }))

const br = { 'accept-encoding': 'br', 'accept-language': 'lv' }
const [page, long, project] = ['/gen-y-city/kickoff', '/gen-y-city/festival', '/gen-y-city']
const world = await benchWorld(`sqlite:${join(folder, 'kopa.db')}`, isAsked)
copyFileSync(join(folder, 'kopa.db'), join(folder, 'bare.db'))
const written = isAsked('feeds') ? await writeFeeds(world.url) : []
const env = { DATABASE_URL: world.url, DATA_DIR: folder }
const kopa = await start('server/main.ts', env)

/** Each is asked for under its own path of the bare server. */
const kept = {
  '/page': { url: page, headers: br },
  '/plain': { url: page, headers: { ...br, 'accept-encoding': 'identity' } },
  '/long': { url: long, headers: br },
  '/project': { url: project, headers: br },
  '/feed-13': { url: feedPath(13), headers: br },
  '/feed-1000': { url: feedPath(1_000), headers: br },
  '/feed-10000': { url: feedPath(10_000), headers: br },
}
const unchanged = { ...br, 'if-none-match': await etagOf(kopa.url + page, br) }
const absolute = (of: { url: string; headers: Record<string, string> }) => ({ ...of, url: kopa.url + of.url })
const pages = Object.entries({ ...kept, '/unchanged': { url: page, headers: unchanged } })
await keepPages(join(folder, 'bare.db.json'), Object.fromEntries(pages.map(([path, of]) => [path, absolute(of)])))
const bare = await start('tests/bench/bare.ts', {}, join(folder, 'bare.db'))

const read = (name: string, path: keyof typeof kept): Scenario => ({
  ...{ name, connections: 16 },
  ours: { path: kept[path].url, headers: kept[path].headers },
  theirs: { path, headers: kept[path].headers },
})
const formOf = (group: string) => `name=Guest&email=[<id>]@example.org&group=${group}`
const signUp = { path: '/gen-y-city/open/register', form: formOf(world.group) }
const { paths: crowds, group: ofCrowd } = world.crowds
const crowded = { path: '/', form: formOf(ofCrowd), among: crowds.map((path) => `${path}/register`) }
// What is under way when a round ends has cost its time, but is not counted: with many, a short round is mostly that.
const longer = (connections: number) => Math.max(seconds, connections / 64)
const signUps = (connections: number): Scenario => ({
  name: `registration for ${crowds.length} meetings in turn, durable, rounds of ${longer(connections)} s`,
  ...{ connections, seconds: longer(connections) },
  ...{ ours: crowded, theirs: { path: '/register', form: formOf(world.group) } },
})
const visit = (path: string) => async (url: string) => await readPage(url + path)

const parts: Record<Part, () => Promise<string>> = {
  pages: async () =>
    await comparing(
      read('meeting page, 13 slots', '/page'),
      {
        ...read('the same, not changed (304)', '/page'),
        ours: { path: page, headers: unchanged },
        theirs: { path: '/unchanged', headers: unchanged },
      },
      read('the same, not compressed', '/plain'),
      read('meeting page, 240 slots', '/long'),
      read('project page', '/project'),
      read('feed, 13 entries', '/feed-13'),
      read('feed, 1,000 entries', '/feed-1000'),
      read('feed, 10,000 entries', '/feed-10000'),
    ),
  cold: async () =>
    coldTable(
      await lookAfterWrites(
        kopa,
        { 'meeting page, 13 slots': page, 'meeting page, 240 slots': long, 'project page': project },
        oneMore,
      ),
    ),
  registration: async () => await comparing(signUps(1), signUps(64), signUps(256)),
  commits: async () => commitTable(commitAlone(join(folder, 'alone.db'))),
  storm: async () => stormTable(await readInStorm(kopa, { path: page, headers: br }, signUp)),
  feeds: async () => feedTable(written),
  letters: async () => await posting(),
  agenda: async () =>
    editsTable(await editAgenda({ ...world.long, url: kopa.url + world.long.path, cpuSeconds: spent })),
  lists: async () =>
    listTable(await lookAtLists({ site: kopa.url, cookie: world.long.cookie, lists: world.lists, cpuSeconds: spent })),
  addresses: async () => enumerationTable(await askAboutAddresses(kopa.url, world.known)),
  start: async () => await starting(),
  volume: async () => await growing(),
}

const tables: string[] = []
for (const [name, measure] of Object.entries(parts)) {
  if (!isAsked(name as Part)) continue
  const began = performance.now()
  tables.push(await measure())
  console.log(`${tables.at(-1)}\n\n${name}: ${((performance.now() - began) / 1000).toFixed(0)} s\n`)
}
// From the start of the process, so that making the data counts too.
const minutes = (performance.now() / 60_000).toFixed(1)
const machine = `${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}, Node ${process.version}`
const how = `\`npm run bench\`, ${machine}, ${minutes} minutes; ${rounds} rounds of ${seconds} s in turn, after one to warm up, where nothing else is said.`
if (isWhole)
  writeFileSync(
    new URL('results.md', import.meta.url),
    `# Kopā beside its limits\n\n${how}\n\n${tables.join('\n\n')}\n`,
  )
process.exit()

function spent(): number {
  return cpuSeconds(kopa.pid)
}

async function comparing(...scenarios: Scenario[]): Promise<string> {
  const all: Compared[] = []
  for (const scenario of scenarios) all.push(await compare(kopa, bare, scenario))
  return comparedTable(all)
}

/** One more person, by the form, so that the project's pages are stale. */
async function oneMore(url = kopa.url, nth = performance.now()): Promise<void> {
  const body = new URLSearchParams({ name: 'Guest', email: `one-more-${nth}@example.org`, group: world.group })
  const { status } = await fetch(url + signUp.path, { method: 'POST', body, redirect: 'manual' })
  if (status !== 303) throw new Error(`Signing up was answered ${status}; the run counts for nothing.`)
}

async function posting(): Promise<string> {
  const sink = await start('tests/bench/sink.ts', {})
  const posted = await postAll(`sqlite:${join(folder, 'letters.db')}`, sink.url.replace('http', 'smtp'))
  await stop(sink)
  return postedTable(posted)
}

async function starting(): Promise<string> {
  const { url } = await smallWorld(`sqlite:${join(folder, 'start.db')}`)
  return startTable(await startInTurn({ DATABASE_URL: url, DATA_DIR: folder }, page, join(folder, 'bare.db')))
}

async function growing(): Promise<string> {
  const file = join(folder, 'small.db')
  const small = await smallWorld(`sqlite:${file}`)
  const list = async (url: string) => await readPage(url + small.list, { cookie: small.cookie })
  const more = async (url: string, nth: number) => {
    const body = new URLSearchParams({ name: 'Guest', email: `more-${nth}@example.org`, group: small.group })
    await fetch(`${url}${page}/register`, { method: 'POST', body, redirect: 'manual' })
  }
  const stale = async (url: string, nth: number) => {
    await more(url, nth + 500_000)
    await readPage(url + page)
  }
  const deeds = {
    'meeting page, warm, CPU ms': visit(page),
    'project page, warm, CPU ms': visit(project),
    'feed of the project, CPU ms': visit(`${project}/calendar.ics`),
    'registration, CPU ms': more,
    'registration and first look, CPU ms': stale,
    'organiser’s list, CPU ms': list,
  }
  return volumeTable(await growAndMeasure(file, { DATA_DIR: folder }, deeds))
}
