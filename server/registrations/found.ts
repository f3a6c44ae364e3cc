import type { SQL } from 'drizzle-orm'
import { and, asc, desc, eq, inArray, like, sql } from '../../db/drizzle.ts'
import type { Reads } from '../../db/open.ts'
import { answers, groups, participants, registrations } from '../../db/schema.ts'
import { ageBands, type Look, statuses } from './look.ts'
import { live } from './queries.ts'

/** Whom a look finds, in its order: their ids alone, however many there are. */
export async function foundIds(db: Reads, meeting: { id: string }, look: Look): Promise<string[]> {
  if (look.search === '' && look.sort !== 'name') {
    const { id } = registrations
    const rows = await db
      .select({ id })
      .from(registrations)
      .leftJoin(groups, ofGroup)
      .where(within(db, meeting, look))
      .orderBy(...orderOf(look))
    return rows.map((row) => row.id)
  }
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
  { status, group, kind, age, answers: said }: Look,
): SQL | undefined {
  return and(
    eq(registrations.meetingId, meeting.id),
    status === 'live' ? inArray(registrations.status, [...live]) : undefined,
    status === 'live' || status === 'all' ? undefined : eq(registrations.status, status),
    group ? eq(registrations.groupId, group) : undefined,
    kind ? eq(registrations.kind, kind) : undefined,
    age ? eq(registrations.ageBand, age) : undefined,
    ...Object.entries(said).map(([question, option]) => inArray(registrations.id, answering(db, question, option))),
  )
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

function folded(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Mark}/gu, '')
    .toLowerCase()
}

const { compare } = new Intl.Collator('lv')

function byName(a: Named, b: Named): number {
  return compare(a.name ?? '', b.name ?? '')
}
