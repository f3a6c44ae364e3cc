import ical, { ICalEventStatus } from 'ical-generator'
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

export type Written = { entries: number; ours: number[]; theirs: number[]; kB: number }

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

/** Feeds as a calendar first gets them, out of the database, beside what ical-generator alone takes for the same entries. */
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
  const written: Written = { entries: entries.length, ours: [], theirs: [], kB: 0 }
  for (let round = 0; round < warmUp + rounds; round++) {
    const started = performance.now()
    const { file } = await projectFeed(house, address)
    const between = performance.now()
    alone(entries)
    const ended = performance.now()
    if (round < warmUp) continue
    written.ours.push(between - started)
    written.theirs.push(ended - between)
    written.kB = Buffer.byteLength(file) / 1000
  }
  return written
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
  const head = '| feed, cold, out of the database | kB | ours ms | ical-generator alone ms | ratio (median) |'
  const lines = all.map(({ entries, ours, theirs, kB }) => {
    const ratio = median(ours.map((own, i) => own / (theirs[i] ?? Number.NaN))).toFixed(2)
    const [own, other] = [median(ours), median(theirs)].map((ms) => ms.toFixed(1))
    return `| ${entries} entries | ${kB.toFixed(0)} | ${own} | ${other} | ${ratio} |`
  })
  return [head, '|---|---|---|---|---|', ...lines].join('\n')
}
