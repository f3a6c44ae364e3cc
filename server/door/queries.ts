import { and, eq, exists, inArray, or } from '../../db/drizzle.ts'
import type { Reads } from '../../db/open.ts'
import { checkIns, groups, headCounts, type Role, registrations } from '../../db/schema.ts'
import { alphabetically } from '../alphabetically.ts'
import type { Seen } from '../check-ins/standing.ts'
import { seenAt } from '../check-ins/steps.ts'
import { consentsOf } from '../consents/consents-of.ts'
import type { PhotoConsents } from '../consents/standing.ts'
import { folded } from '../folded.ts'
import type { Found } from '../meetings/queries.ts'
import { type Named, participantsIn } from '../parties/queries.ts'
import type { Words } from '../questions/answer-tables.ts'
import { answersForDoor } from '../questions/answers-for-door.ts'
import { ended, isLive, isWithPlace, live } from '../registrations/queries.ts'
import { hashOf } from '../secrets.ts'
import { groupsCounted } from './count-groups.ts'
import { headsOf } from './count-heads.ts'

/** One registration as the door sees it: no address, of its code only what that is known by, and of what they answered only what names the door as a reader. */
export type Expected = Awaited<ReturnType<typeof listedIn>>[number] & {
  named: Named[]
  photos: PhotosOf
  answers: readonly Words[]
  /** How many of its nameless companions were counted. */
  heads: number | null
}

/** How it stands with the photos of one registration's people; without one of those who come along, whoever registered. */
type PhotosOf = (participant?: { id: string }) => PhotoConsents
export type Expecting = {
  rows: Expected[]
  found: number
  people: number
  pages: number
  /** Who has come, by the id of whoever registered or comes along. */
  seen: Map<string, Seen>
  /** How many people are there. */
  there: number
}

/** How somebody at the door looks at the list; it lives in the address. `only`: the one whose code was scanned. */
export type Glance = { search: string; page: number; only: string }

/** On one page, so that a phone without a network has them all; of more it has the first. */
const perPage = 1_000

function glanceOf({ search, page, only }: Record<string, unknown>): Glance {
  return {
    search: typeof search === 'string' ? search.slice(0, 200).trim() : '',
    page: Math.max(1, Math.floor(Number(page)) || 1),
    only: typeof only === 'string' ? only.slice(0, 60) : '',
  }
}

/** What the page of the door shows. */
export async function doorView(
  db: Reads,
  { project, meeting }: Found,
  query: Record<string, unknown>,
  role: Role,
): Promise<Found & { glance: Glance } & Expecting> {
  const glance = glanceOf(query)
  return { project, meeting, glance, ...(await expectedAt(db, project, meeting, glance, role)) }
}

/** Everybody who has a place, in the order of their names: for a sheet of paper. */
export async function everybodyExpected(db: Reads, meeting: { id: string }) {
  const [rows, named] = [await listedIn(db, meeting), await participantsIn(db, meeting, live)]
  const sorted = rows.filter(isWithPlace).sort((a, b) => alphabetically(titleOf(a), titleOf(b)))
  return { rows: sorted.map((row) => ({ ...row, named: named.get(row.id) ?? [] })) }
}

/** Who is expected, by name, and whoever is in; whoever still waits for a place is found only by searching. */
async function expectedAt(
  db: Reads,
  project: { id: string },
  meeting: { id: string },
  glance: Glance,
  role: Role,
): Promise<Expecting> {
  const { seen, heads, there } = await thereAt(db, meeting)
  const rows = await listedIn(db, meeting)
  const named = await participantsIn(db, meeting, [...live, ...ended])
  const all = rows.map((row) => ({ ...row, named: named.get(row.id) ?? [] }))
  const cameToo = ({ id, named }: Sought) =>
    heads.has(id) || [id, ...named.map((one) => one.id)].some((who) => seen.has(who))
  const found = chosenOf(all, cameToo, glance)
  const sorted = found.sort((a, b) => alphabetically(titleOf(a), titleOf(b)))
  const shown = sorted.slice((glance.page - 1) * perPage, glance.page * perPage)
  const [consents, answers] = [await consentsOf(db, project, shown), await answersForDoor(db, meeting, role, shown)]
  return {
    rows: shown.map((row) => ({
      ...row,
      photos: (participant) => consents(row, participant),
      answers: answers.get(row.id) ?? [],
      heads: heads.get(row.id) ?? null,
    })),
    found: found.length,
    people: summed(found.filter(isLive).map(({ seats }) => seats)),
    pages: Math.max(1, Math.ceil(found.length / perPage)),
    seen,
    there,
  }
}

/** Who is known to be there, and how many that makes with those whom nobody named. */
export async function thereAt(db: Reads, meeting: { id: string }) {
  const [seen, heads] = [await seenAt(db, meeting), await headsOf(db, meeting)]
  const uncalled = await groupsCounted(db, meeting)
  const there = seen.size + summed([...heads.values()]) + summed(uncalled.map(({ people }) => people))
  return { seen, heads, there }
}

function summed(counts: readonly number[]): number {
  return counts.reduce((sum, count) => sum + count, 0)
}

type Sought = Pick<Expected, 'id' | 'status' | 'name' | 'className' | 'named'>

function chosenOf<R extends Sought>(all: readonly R[], cameToo: (one: R) => boolean, { search, only }: Glance): R[] {
  if (only !== '') return all.filter(({ id }) => id === only)
  if (search !== '') return all.filter((one) => isCalled(one, folded(search)))
  return all.filter((one) => isWithPlace(one) || cameToo(one))
}

/** Whoever may come, and whoever is counted as there though their registration has ended meanwhile. */
async function listedIn(db: Reads, meeting: { id: string }) {
  const { id, name, kind, seats, adults, className, status, ageBand, doorToken } = registrations
  const came = db.select({ id: checkIns.id }).from(checkIns).where(eq(checkIns.registrationId, id))
  const counted = db.select({ id: headCounts.id }).from(headCounts).where(eq(headCounts.registrationId, id))
  const isListed = or(inArray(status, [...live]), exists(came), exists(counted))
  const rows = await db
    .select({ id, name, kind, seats, adults, className, status, ageBand, doorToken, group: groups })
    .from(registrations)
    .leftJoin(groups, eq(groups.id, registrations.groupId))
    .where(and(eq(registrations.meetingId, meeting.id), isListed))
  return rows.map(({ doorToken: token, ...row }) => ({ ...row, code: token && hashOf(token) }))
}

/** A class stands in the list as the class, anybody else by their name. */
function titleOf({ name, className }: { name: string | null; className: string | null }): string {
  return className ?? name ?? ''
}

function isCalled({ name, className, named }: Pick<Expected, 'name' | 'className' | 'named'>, search: string): boolean {
  return [name, className, ...named.map((one) => one.name)].some((text) => folded(text ?? '').includes(search))
}
