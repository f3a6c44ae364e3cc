import { copyFileSync, rmSync } from 'node:fs'
import Sqlite from 'better-sqlite3'
import { cpuSeconds, median } from './load.ts'
import { start, stop } from './servers.ts'
import { memoryOf } from './starting.ts'

/** The same deeds with ten and a hundred times the data around them. */
export type Volume = { times: number; registrations: number; figures: Record<string, number> }

const [once, perMeeting, meetingsAtOnce] = [80, 1_000, 10]
const scales = [1, 10, 100]

export type Deeds = Record<string, (url: string, i: number) => Promise<void>>

/** `file`: a database at rest with the meeting that the deeds are about. */
export async function growAndMeasure(file: string, env: Record<string, string>, deeds: Deeds): Promise<Volume[]> {
  const volumes: Volume[] = []
  for (const times of scales) {
    const copy = `${file}-${times}`
    copyFileSync(file, copy)
    crowdIn(copy, times * meetingsAtOnce)
    const kopa = await start('server/main.ts', { ...env, DATABASE_URL: `sqlite:${copy}` })
    const figures: Record<string, number> = { 'ready after, ms': kopa.readyMs }
    for (const [name, deed] of Object.entries(deeds)) figures[name] = await cpuOf(kopa, deed, times)
    figures['memory after it all, MB'] = memoryOf(kopa.pid)
    volumes.push({ times, registrations: times * meetingsAtOnce * perMeeting, figures })
    await stop(kopa)
    for (const part of ['', '-wal', '-shm', '-ballast', '-lock']) rmSync(copy + part, { force: true })
  }
  return volumes
}

/** Milliseconds of the server's processor for one, once it is warm. */
async function cpuOf({ url, pid }: { url: string; pid: number }, deed: Deeds[string], times: number): Promise<number> {
  const first = times * 1_000_000
  for (let i = 0; i < once / 4; i++) await deed(url, first + i)
  const each: number[] = []
  for (let round = 1; round <= 5; round++) {
    const before = cpuSeconds(pid)
    for (let i = 0; i < once; i++) await deed(url, first + round * once + i)
    each.push(((cpuSeconds(pid) - before) * 1000) / once)
  }
  return median(each)
}

/** Meetings like the first one, each in a project like its, with a thousand people in each, each with their letter sent. */
function crowdIn(file: string, meetings: number): void {
  const db = new Sqlite(file)
  for (const pragma of ['journal_mode = WAL', 'synchronous = OFF', 'foreign_keys = OFF']) db.pragma(pragma)
  const clone = (table: string, changed: Record<string, string>, from: string) => {
    const columns = db.prepare<[string], string>('SELECT name FROM pragma_table_info(?)').pluck().all(table)
    const values = columns.map((name) => changed[name] ?? `t."${name}"`)
    db.exec(
      `INSERT INTO ${table} (${columns.map((name) => `"${name}"`).join(', ')}) SELECT ${values.join(', ')} FROM ${from}`,
    )
  }
  const n = (most: number) =>
    `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT ${most}) SELECT i FROM n`
  db.exec(`CREATE TEMP TABLE copies AS ${n(meetings)}`)
  db.exec(`CREATE TEMP TABLE people AS ${n(perMeeting)}`)
  clone('projects', { id: "'p-' || i", slug: "'project-' || i" }, "copies, projects t WHERE t.slug = 'gen-y-city'")
  const meeting = "meetings t JOIN projects p ON p.id = t.project_id AND p.slug = 'gen-y-city' AND t.slug = 'kickoff'"
  clone('meetings', { id: "'m-' || i", project_id: "'p-' || i" }, `copies, ${meeting}`)
  const person = "people, copies, (SELECT * FROM registrations WHERE status = 'confirmed' LIMIT 1) t"
  const address = "'guest' || people.i || '-' || copies.i || '@example.com'"
  const row = { id: "'r-' || copies.i || '-' || people.i", meeting_id: "'m-' || copies.i", arrival: 'people.i' }
  const secrets = { reply_token: 'hex(randomblob(16))', door_token: 'hex(randomblob(16))', group_id: 'NULL' }
  clone('registrations', { ...row, ...secrets, email: address, email_key: address }, person)
  const letter = { registration_id: row.id, meeting_id: row.meeting_id, project_id: "'p-' || copies.i", once: 'NULL' }
  const sent = {
    id: "'l-' || copies.i || '-' || people.i",
    token: 'NULL',
    sent_at: 't.queued_at',
    claimed_until: 'NULL',
  }
  const to = { recipient: address, recipient_key: address }
  clone(
    'letters',
    { ...letter, ...sent, ...to },
    "people, copies, (SELECT * FROM letters WHERE kind = 'confirmation' LIMIT 1) t",
  )
  db.exec('ANALYZE')
  db.pragma('wal_checkpoint(TRUNCATE)')
  db.close()
}

export function volumeTable(volumes: readonly Volume[]): string {
  const names = Object.keys(volumes[0]?.figures ?? {})
  const rows = names.map((name) => {
    const all = volumes.map(({ figures }) => figures[name] ?? Number.NaN)
    const growth = (all.at(-1) ?? Number.NaN) / (all[0] ?? Number.NaN)
    return `| ${name} | ${all.map((one) => one.toFixed(one < 10 ? 3 : 0)).join(' | ')} | ${growth.toFixed(2)} |`
  })
  const heads = volumes.map(({ times, registrations }) => `${times}×: ${registrations.toLocaleString('en')} people`)
  return [
    `| as the data grows | ${heads.join(' | ')} | growth |`,
    `|---|${heads.map(() => '---|').join('')}---|`,
    ...rows,
  ].join('\n')
}
