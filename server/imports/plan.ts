import { and, eq, inArray, isNull } from '../../db/drizzle.ts'
import type { Reads } from '../../db/open.ts'
import type { Meeting, Registration } from '../../db/schema.ts'
import { registrations } from '../../db/schema.ts'
import { folded } from '../folded.ts'
import { hasBegun } from '../meetings/status.ts'
import { fits, type Room, roomOf, withParty } from '../registrations/places/seats.ts'
import { anybodyWaitingFits } from '../registrations/places/waiting-list.ts'
import { live } from '../registrations/queries.ts'
import type { Row, RowPerson } from './rows.ts'

/**
 * What would become of a row. `wrong`: something in it cannot be. `twice`: its address stands further up. `known`: they
 * are registered already, or have a place. `left-out`: there is no place to keep for them.
 */
export type Fate = 'place' | 'waits' | 'wrong' | 'twice' | 'known' | 'left-out'
export type Planned = Row & { fate: Fate }

/** `register`: whoever does not fit waits. `invite`: only places that are there can be kept. */
export type Purpose = 'register' | 'invite'

/** What would become of each row if all were brought in now, in their order; nothing is written. */
export async function planOf(
  db: Reads,
  meeting: Meeting,
  rows: readonly Row[],
  purpose: Purpose,
  now: Temporal.Instant,
): Promise<Planned[]> {
  const known = await knownAmong(db, meeting, rows)
  let room = await roomOf(db, meeting)
  const begun = hasBegun(meeting, now)
  const othersFirst = purpose === 'register' && !begun && (await anybodyWaitingFits(db, meeting, room))
  // Once it has begun there is no line to stand in any more.
  const unplaced = purpose === 'register' && !begun ? 'waits' : 'left-out'
  const seen = new Set<string>()
  return rows.map((row) => {
    const { person } = row
    if (!person) return { ...row, fate: 'wrong' }
    const key = keyOf(person)
    if (seen.has(key)) return { ...row, fate: 'twice' }
    seen.add(key)
    const registration = known.get(key)
    if (registration && !(purpose === 'invite' && isUnplaced(registration))) return { ...row, fate: 'known' }
    const party = { groupId: registration?.groupId ?? person.groupId, seats: registration?.seats ?? 1 }
    if (othersFirst || !fits(room, party)) return { ...row, fate: unplaced }
    room = withParty(room, party)
    return { ...row, fate: 'place' }
  })
}

export function isBroughtIn({ fate }: Planned): boolean {
  return fate === 'place' || fate === 'waits'
}

/** How many places there would still be for everybody, whatever their group. */
export function leftAfter({ capacity, taken }: Room, planned: readonly Planned[]): number {
  const now = [...taken.values()].reduce((sum, seats) => sum + seats, 0)
  return Math.max(0, capacity - now - planned.filter(({ fate }) => fate === 'place').length)
}

function isUnplaced({ status }: Registration): boolean {
  return status === 'waiting' || status === 'requested'
}

/** Who of them is registered, by address; those without one, by the row they came from, or else by name and group. */
async function knownAmong(db: Reads, meeting: Meeting, rows: readonly Row[]): Promise<Map<string, Registration>> {
  const people = rows.flatMap(({ person }) => person ?? [])
  const emails = people.flatMap(({ email }) => email?.toLowerCase() ?? [])
  const unaddressed = people.filter(({ email }) => !email)
  const ids = unaddressed.map(({ once }) => once)
  const ofMeeting = eq(registrations.meetingId, meeting.id)
  const isOwn = and(ofMeeting, inArray(registrations.status, [...live]), eq(registrations.classKey, ''))
  const byEmail = await db
    .select()
    .from(registrations)
    .where(and(isOwn, inArray(registrations.emailKey, emails)))
  const byRow = await db
    .select()
    .from(registrations)
    .where(and(ofMeeting, inArray(registrations.id, ids)))
  const others =
    unaddressed.length > 0
      ? await db
          .select()
          .from(registrations)
          .where(and(isOwn, isNull(registrations.emailKey)))
      : []
  return new Map([
    ...byEmail.map((one) => [one.emailKey ?? '', one] as const),
    ...namesakes(unaddressed, others),
    ...byRow.map((one) => [one.id, one] as const),
  ])
}

/** A list that comes a second time has the same people in it: as many of one name as are there already. */
function namesakes(people: readonly RowPerson[], there: readonly Registration[]): [string, Registration][] {
  const rows = new Set(people.map(({ once }) => once))
  const left = Map.groupBy(
    there.filter(({ id }) => !rows.has(id)),
    nameKey,
  )
  return people.flatMap((person) => {
    const one = there.some(({ id }) => id === person.once) ? undefined : left.get(nameKey(person))?.shift()
    return one ? [[person.once, one]] : []
  })
}

function nameKey({ name, groupId }: Pick<Registration, 'name' | 'groupId'>): string {
  return `${folded(name ?? '')} ${groupId}`
}

function keyOf({ email, once }: RowPerson): string {
  return email?.toLowerCase() ?? once
}
