import ical, { ICalEventStatus } from 'ical-generator'
import { eq } from '../../db/drizzle.ts'
import type { Database } from '../../db/open.ts'
import { open } from '../../db/open.ts'
import { meetings } from '../../db/schema.ts'
import { meetingEntry } from '../../server/calendar/entry.ts'
import { projectFeed } from '../../server/calendar/public-feeds.ts'
import { feedOf } from '../../server/calendar/queries.ts'
import { vtimezone } from '../../server/calendar/zone.ts'
import { readConfig } from '../../server/config.ts'
import { filesOf } from '../../server/files/files-of.ts'
import type { House } from '../../server/house.ts'
import { createMeeting } from '../../server/meetings/create-meeting.ts'
import type { MeetingInput } from '../../server/meetings/input.ts'
import type { newOrganiser } from '../../server/organisers/newcomers.ts'
import { createProject } from '../../server/projects/create.ts'
import { publishProject } from '../../server/projects/publish.ts'
import { median } from './load.ts'

/** `first`: nothing of it kept; `changed`: one meeting was written to since; both out of the database. */
export type Written = { entries: number; first: number[]; changed: number[]; theirs: number[]; kB: number }

const [warmUp, rounds] = [5, 20]
export const feedSizes = [13, 1_000, 10_000]

const slugOf = (entries: number) => `of-${entries}`
export const feedPath = (entries: number) => `/${slugOf(entries)}/calendar.ics`

/** A published project with so many meetings, one a day. */
export async function manyMeetings(
  db: Database,
  by: Awaited<ReturnType<typeof newOrganiser>>,
  project: Parameters<typeof createProject>[1],
  meeting: Omit<MeetingInput, 'days'>,
  entries: number,
): Promise<void> {
  const now = Temporal.Now.instant()
  const made = await createProject(db, { ...project, slug: slugOf(entries) }, by, now)
  await publishProject(db, made, by, now)
  const on = (day: number) => now.add({ hours: 24 * day }).round('hour')
  const first = await createMeeting(
    db,
    made,
    { ...meeting, days: [{ startsAt: on(0), endsAt: on(0).add({ hours: 3 }) }] },
    by,
    now,
  )
  for (let from = 0; from < entries - 1; from += 100) {
    const rows = Array.from({ length: Math.min(100, entries - 1 - from) }, (_, i) => {
      const number = from + i + 2
      const { id: _id, ...row } = first
      const span = { startsAt: on(number), endsAt: on(number).add({ hours: 3 }) }
      return { ...row, ...span, number, slug: `m-${number}`, status: 'published' as const, publishedAt: now }
    })
    await db.transact((tx) => tx.insert(meetings).values(rows), { touches: 'nothing' })
  }
}

/** Feeds made anew out of the database, beside what ical-generator alone takes for the same entries. */
export async function writeFeeds(databaseUrl: string): Promise<Written[]> {
  const db = await open(databaseUrl)
  const config = readConfig({ DATABASE_URL: databaseUrl })
  const house = { db, files: filesOf(config), config, now: () => Temporal.Now.instant() }
  const all: Written[] = []
  for (const size of feedSizes) all.push(await writeFeed(house, { project: slugOf(size) }))
  await db.close()
  return all
}

async function writeFeed(house: House, address: { project: string }): Promise<Written> {
  const found = await feedOf(house.db, address, house.now())
  if (!found) throw new Error('The bench has no feed.')
  const entries = found.meetings.map((one) => meetingEntry(found.project, one, 'lv', house.config.publicUrl))
  const written: Written = { entries: entries.length, first: [], changed: [], theirs: [], kB: 0 }
  for (let round = 0; round < warmUp + rounds; round++) {
    const there = elsewhere(house, round)
    const first = await timed(() => projectFeed(there, address))
    await retitle(house.db, found.meetings[round % entries.length], round)
    const changed = await timed(() => projectFeed(there, address))
    const theirs = await timed(async () => alone(entries))
    if (round < warmUp) continue
    written.first.push(first.ms)
    written.changed.push(changed.ms)
    written.theirs.push(theirs.ms)
    written.kB = Buffer.byteLength(changed.made.file) / 1000
  }
  return written
}

/** At an address that no entry has named before, so that nothing kept is of use: as in a process that has just started. */
function elsewhere(house: House, round: number): House {
  return { ...house, config: { ...house.config, publicUrl: `http://host-${String(round).padStart(4, '0')}:3000` } }
}

async function retitle(db: Database, meeting: { id: string } | undefined, round: number): Promise<void> {
  const title = { lv: `Pārcelts ${round}` }
  await db.transact(
    (tx) =>
      tx
        .update(meetings)
        .set({ title })
        .where(eq(meetings.id, meeting?.id ?? '')),
    {
      touches: 'everything',
    },
  )
}

async function timed<T>(make: () => Promise<T>): Promise<{ made: T; ms: number }> {
  const started = performance.now()
  const made = await make()
  return { made, ms: performance.now() - started }
}

/** As its own documentation has it, with zones written out. */
function alone(entries: readonly ReturnType<typeof meetingEntry>[]): string {
  const events = entries.map((entry) => ({
    id: entry.uid,
    sequence: entry.sequence,
    stamp: entry.changedAt,
    lastModified: entry.changedAt,
    created: entry.createdAt ?? null,
    start: entry.startsAt,
    end: entry.endsAt,
    timezone: entry.zone,
    summary: entry.title,
    description: entry.text,
    location: entry.place,
    url: entry.url,
    status: ICalEventStatus.CONFIRMED,
    categories: entry.categories.map((name) => ({ name })),
  }))
  return ical({ name: 'Kopā', timezone: { name: null, generator: vtimezone }, events }).toString()
}

export function feedTable(all: readonly Written[]): string {
  const head =
    '| feed, anew out of the database | kB | first in a process ms | after a write to one ms | ical-generator alone ms | ratios (median) |'
  const lines = all.map(({ entries, first, changed, theirs, kB }) => {
    const [one, other, alone] = [first, changed, theirs].map((ms) => median(ms).toFixed(1))
    return `| ${entries} entries | ${kB.toFixed(0)} | ${one} | ${other} | ${alone} | ${ratio(first, theirs)}, ${ratio(changed, theirs)} |`
  })
  return [head, '|---|---|---|---|---|---|', ...lines].join('\n')
}

/** Pair by pair. */
function ratio(ours: readonly number[], theirs: readonly number[]): string {
  return median(ours.map((own, i) => own / (theirs[i] ?? Number.NaN))).toFixed(2)
}
