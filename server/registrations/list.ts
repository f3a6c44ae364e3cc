import { and, asc, desc, eq } from '../../db/drizzle.ts'
import type { Reads } from '../../db/open.ts'
import type { Group, Registration } from '../../db/schema.ts'
import { groups, registrations } from '../../db/schema.ts'

export const statuses = ['confirmed', 'offered', 'waiting', 'cancelled', 'lapsed'] as const
export const sorts = ['arrival', 'newest', 'name'] as const

/** How an organiser looks at the list; it lives in the address, so that it can be bookmarked and sent. */
export type Look = {
  search: string
  status: (typeof statuses)[number] | null
  group: string | null
  sort: (typeof sorts)[number]
  page: number
}

export type Listed = { registration: Registration; group: Group | null }
export type List = { rows: Listed[]; found: number; pages: number }

const perPage = 200

export function lookOf(query: Record<string, unknown>): Look {
  const text = (name: string) => (typeof query[name] === 'string' ? query[name].slice(0, 200) : '')
  return {
    search: text('search').trim(),
    status: statuses.find((status) => status === text('status')) ?? null,
    group: text('group') || null,
    sort: sorts.find((sort) => sort === text('sort')) ?? 'arrival',
    page: Math.max(1, Math.floor(Number(text('page'))) || 1),
  }
}

export async function listRegistrations(db: Reads, meeting: { id: string }, look: Look): Promise<List> {
  const all = await matching(db, meeting, look)
  const start = (look.page - 1) * perPage
  return {
    rows: all.slice(start, start + perPage),
    found: all.length,
    pages: Math.max(1, Math.ceil(all.length / perPage)),
  }
}

/** Every row of a look, for lists and exports. */
export async function matching(db: Reads, meeting: { id: string }, look: Look): Promise<Listed[]> {
  const rows = await db
    .select({ registration: registrations, group: groups })
    .from(registrations)
    .leftJoin(groups, eq(groups.id, registrations.groupId))
    .where(
      and(
        eq(registrations.meetingId, meeting.id),
        look.status ? eq(registrations.status, look.status) : undefined,
        look.group ? eq(registrations.groupId, look.group) : undefined,
      ),
    )
    .orderBy(look.sort === 'newest' ? desc(registrations.arrival) : asc(registrations.arrival))
  const found = look.search ? rows.filter(({ registration }) => mentions(registration, look.search)) : rows
  return look.sort === 'name' ? found.sort(byName) : found
}

/** Compared here and not in SQL: neither engine finds "Līga" for "liga". */
function mentions({ name, email }: Registration, search: string): boolean {
  return folded(`${name ?? ''} ${email ?? ''}`).includes(folded(search))
}

function folded(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Mark}/gu, '')
    .toLowerCase()
}

function byName(a: Listed, b: Listed): number {
  return (a.registration.name ?? '').localeCompare(b.registration.name ?? '', 'lv')
}
