import { and, eq, inArray } from '../../db/drizzle.ts'
import type { Reads } from '../../db/open.ts'
import { groups, type Role, registrations } from '../../db/schema.ts'
import { alphabetically } from '../alphabetically.ts'
import { consentsOf } from '../consents/consents-of.ts'
import type { PhotoConsents } from '../consents/standing.ts'
import { folded } from '../folded.ts'
import { type Named, participantsIn } from '../parties/queries.ts'
import type { Words } from '../questions/answer-tables.ts'
import { answersForDoor } from '../questions/answers-for-door.ts'
import { isWithPlace, live } from '../registrations/queries.ts'

/** One registration as the door sees it: no address, and of what they answered only what names the door as a reader. */
export type Expected = Awaited<ReturnType<typeof liveIn>>[number] & {
  named: Named[]
  photos: PhotosOf
  answers: readonly Words[]
}

/** How it stands with the photos of one registration's people; without one of those who come along, whoever registered. */
export type PhotosOf = (participant?: { id: string }) => PhotoConsents
export type Expecting = { rows: Expected[]; found: number; people: number; pages: number }

/** How somebody at the door looks at the list; it lives in the address. */
export type Glance = { search: string; page: number }

const perPage = 200

export function glanceOf({ search, page }: Record<string, unknown>): Glance {
  return {
    search: typeof search === 'string' ? search.slice(0, 200).trim() : '',
    page: Math.max(1, Math.floor(Number(page)) || 1),
  }
}

/** Who is expected, by name; whoever still waits for a place is found only by searching. */
export async function expectedAt(
  db: Reads,
  project: { id: string },
  meeting: { id: string },
  { search, page }: Glance,
  role: Role,
): Promise<Expecting> {
  const [rows, named] = await Promise.all([liveIn(db, meeting), participantsIn(db, meeting, live)])
  const all = rows.map((row) => ({ ...row, named: named.get(row.id) ?? [] }))
  const found = search === '' ? all.filter(isWithPlace) : all.filter((one) => isCalled(one, folded(search)))
  const sorted = found.sort((a, b) => alphabetically(titleOf(a), titleOf(b)))
  const shown = sorted.slice((page - 1) * perPage, page * perPage)
  const [consents, answers] = [await consentsOf(db, project, shown), await answersForDoor(db, meeting, role, shown)]
  return {
    rows: shown.map((row) => ({
      ...row,
      photos: (participant) => consents(row, participant),
      answers: answers.get(row.id) ?? [],
    })),
    found: found.length,
    people: found.reduce((sum, { seats }) => sum + seats, 0),
    pages: Math.max(1, Math.ceil(found.length / perPage)),
  }
}

async function liveIn(db: Reads, meeting: { id: string }) {
  const { id, name, kind, seats, adults, className, status, ageBand } = registrations
  return await db
    .select({ id, name, kind, seats, adults, className, status, ageBand, group: groups })
    .from(registrations)
    .leftJoin(groups, eq(groups.id, registrations.groupId))
    .where(and(eq(registrations.meetingId, meeting.id), inArray(registrations.status, [...live])))
}

/** A class stands in the list as the class, anybody else by their name. */
function titleOf({ name, className }: { name: string | null; className: string | null }): string {
  return className ?? name ?? ''
}

function isCalled({ name, className, named }: Pick<Expected, 'name' | 'className' | 'named'>, search: string): boolean {
  return [name, className, ...named.map((one) => one.name)].some((text) => folded(text ?? '').includes(search))
}
