import type { SQL } from 'drizzle-orm'
import { and, asc, count, desc, eq, inArray, isNull, like, notInArray, sql } from '../../../db/drizzle.ts'
import type { Reads } from '../../../db/open.ts'
import {
  answers,
  checkIns,
  groups,
  type Meeting,
  participants,
  registrations,
  workshopChoices,
} from '../../../db/schema.ts'
import { alphabetically } from '../../alphabetically.ts'
import { folded } from '../../folded.ts'
import { counting } from '../../workshops/queries.ts'
import { live } from '../queries.ts'
import { ageBands, type Look, statuses } from './look.ts'
import { thosePhotographed } from './photos.ts'

type OfProject = Pick<Meeting, 'id' | 'projectId'>

/** Whom a look finds, in its order: their ids alone, however many there are. */
export async function foundIds(db: Reads, meeting: OfProject, look: Look): Promise<string[]> {
  const ids = isForTheDatabase(look) ? await idsIn(db, meeting, look) : await idsByName(db, meeting, look)
  return Object.keys(look.photos).length > 0 ? await thosePhotographed(db, meeting, ids, look.photos) : ids
}

/** Those on its page, and how many there are in all; where the database can count them, the others are not read. */
export async function foundPage(
  db: Reads,
  meeting: OfProject,
  look: Look,
  most: number,
): Promise<{ ids: string[]; found: number }> {
  const from = (look.page - 1) * most
  if (!isForTheDatabase(look) || Object.keys(look.photos).length > 0) {
    const ids = await foundIds(db, meeting, look)
    return { ids: ids.slice(from, from + most), found: ids.length }
  }
  const [row] = await db
    .select({ found: count() })
    .from(registrations)
    .where(within(db, meeting, look))
  return { ids: await idsIn(db, meeting, look, { from, most }), found: row?.found ?? 0 }
}

/** Neither engine finds or orders names as people do. */
function isForTheDatabase({ search, sort }: Look): boolean {
  return search === '' && sort !== 'name'
}

async function idsIn(db: Reads, meeting: OfProject, look: Look, page?: { from: number; most: number }) {
  const { id } = registrations
  const all = db
    .select({ id })
    .from(registrations)
    .leftJoin(groups, ofGroup)
    .where(within(db, meeting, look))
    .orderBy(...orderOf(look))
  return (await (page ? all.limit(page.most).offset(page.from) : all)).map((row) => row.id)
}

async function idsByName(db: Reads, meeting: OfProject, look: Look): Promise<string[]> {
  const { id, name, email, className } = registrations
  const people = await db
    .select({ id, name, email, className })
    .from(registrations)
    .leftJoin(groups, ofGroup)
    .where(within(db, meeting, look))
    .orderBy(...orderOf(look))
  const found = look.search ? people.filter(await mentioning(db, meeting, look.search)) : people
  return (look.sort === 'name' ? found.toSorted(byName) : found).map((person) => person.id)
}

type Named = { id: string; name: string | null; email: string | null; className: string | null }

const ofGroup = eq(groups.id, registrations.groupId)

function within(
  db: Reads,
  meeting: { id: string },
  { status, group, kind, age, workshop, came, answers: said }: Look,
): SQL | undefined {
  return and(
    eq(registrations.meetingId, meeting.id),
    status === 'live' ? inArray(registrations.status, [...live]) : undefined,
    status === 'live' || status === 'all' ? undefined : eq(registrations.status, status),
    group ? eq(registrations.groupId, group) : undefined,
    kind ? eq(registrations.kind, kind) : undefined,
    age ? eq(registrations.ageBand, age) : undefined,
    workshop ? inArray(registrations.id, choosing(db, workshop)) : undefined,
    came === 'yes' ? inArray(registrations.id, checkedIn(db)) : undefined,
    came === 'no' ? notInArray(registrations.id, checkedIn(db)) : undefined,
    ...Object.entries(said).map(([question, option]) => inArray(registrations.id, answering(db, question, option))),
  )
}

/** Those who take part in a workshop, or wait for it. */
function choosing(db: Reads, slotId: string) {
  return db
    .select({ id: workshopChoices.registrationId })
    .from(workshopChoices)
    .where(and(eq(workshopChoices.slotId, slotId), inArray(workshopChoices.status, [...counting])))
}

function checkedIn(db: Reads) {
  return db.select({ id: checkIns.registrationId }).from(checkIns).where(isNull(checkIns.participantId))
}

/** Stored answers name options by their ids, in quotes; what is no id names none. */
function answering(db: Reads, question: string, option: string) {
  const named = /^[a-z\d-]+$/i.test(option) ? `%"${option}"%` : ''
  return db
    .select({ id: answers.registrationId })
    .from(answers)
    .where(and(eq(answers.questionId, question), like(answers.value, named)))
}

function orderOf({ sort }: Look): SQL[] {
  const arrival = asc(registrations.arrival)
  if (sort === 'newest') return [desc(registrations.arrival)]
  if (sort === 'group') return [sql`coalesce(${groups.position}, 1000000)`, arrival]
  if (sort === 'seats') return [desc(registrations.seats), arrival]
  if (sort === 'status') return [ranked(registrations.status, statuses), arrival]
  return sort === 'age' ? [ranked(registrations.ageBand, ageBands), arrival] : [arrival]
}

/** By the order of a list of ours, what is not in it last. */
function ranked(
  column: SQL.Aliased | typeof registrations.status | typeof registrations.ageBand,
  list: readonly string[],
): SQL {
  return sql`case ${column} ${sql.raw(list.map((one, i) => `when '${one}' then ${i}`).join(' '))} else ${sql.raw(String(list.length))} end`
}

/** Compared here and not in SQL: neither engine finds "Līga" for "liga". Those they bring along count too. */
async function mentioning(db: Reads, meeting: { id: string }, search: string) {
  const sought = folded(search)
  const brought = await db
    .select({ id: participants.registrationId, name: participants.name })
    .from(participants)
    .innerJoin(registrations, eq(registrations.id, participants.registrationId))
    .where(eq(registrations.meetingId, meeting.id))
  const withThem = new Set(brought.filter(({ name }) => folded(name ?? '').includes(sought)).map(({ id }) => id))
  return ({ id, name, email, className }: Named) =>
    withThem.has(id) || folded(`${name ?? ''} ${email ?? ''} ${className ?? ''}`).includes(sought)
}

function byName(a: Named, b: Named): number {
  return alphabetically(a.name ?? '', b.name ?? '')
}
