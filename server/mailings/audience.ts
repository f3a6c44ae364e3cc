import { and, asc, eq, exists, inArray, isNotNull, lte, not } from '../../db/drizzle.ts'
import type { Reads } from '../../db/open.ts'
import { type Audience, checkIns, type Meeting, type Registration, registrations } from '../../db/schema.ts'
import { isLive, live } from '../registrations/queries.ts'

/**
 * Whom an audience means, first come first. `asOf`: only those who stood as they do by then, so that whoever comes later
 * is no part of it. Whoever left and has come again has not left.
 */
export async function audienceOf(
  db: Reads,
  meeting: Pick<Meeting, 'id'>,
  audience: Audience,
  asOf: Temporal.Instant | null,
): Promise<Registration[]> {
  const found = audience.ids
    ? (await thesePeople(db, meeting, audience.ids)).filter((one) => isLive(one) || !asOf || stood(one, asOf))
    : await db
        .select()
        .from(registrations)
        .where(and(...narrowedBy(db, meeting, audience, asOf)))
        .orderBy(asc(registrations.arrival))
  if (!audience.standing?.includes('cancelled')) return found
  const back = await addressesOfTheLive(db, meeting)
  return found.filter(({ status, emailKey }) => status !== 'cancelled' || !back.has(emailKey ?? ''))
}

function stood({ statusAt }: Registration, asOf: Temporal.Instant): boolean {
  return Temporal.Instant.compare(statusAt, asOf) <= 0
}

function narrowedBy(db: Reads, { id }: Pick<Meeting, 'id'>, audience: Audience, asOf: Temporal.Instant | null) {
  const { standing = [...live], came, groupIds, locales } = audience
  const { meetingId, status, groupId, locale, statusAt } = registrations
  return [
    eq(meetingId, id),
    inArray(status, standing),
    groupIds ? inArray(groupId, groupIds) : undefined,
    locales ? inArray(locale, locales) : undefined,
    came === 'yes' ? hasCome(db, asOf) : undefined,
    came === 'no' ? not(hasCome(db, asOf)) : undefined,
    asOf ? lte(statusAt, asOf) : undefined,
  ]
}

/** Whoever registered, or somebody they brought along. */
function hasCome(db: Reads, asOf: Temporal.Instant | null) {
  const { id, registrationId, at } = checkIns
  const theirs = and(eq(registrationId, registrations.id), asOf ? lte(at, asOf) : undefined)
  return exists(db.select({ id }).from(checkIns).where(theirs))
}

/** A statement takes only so many values. */
async function thesePeople(db: Reads, meeting: Pick<Meeting, 'id'>, ids: readonly string[]): Promise<Registration[]> {
  const found: Registration[] = []
  for (let i = 0; i < ids.length; i += 500) {
    const some = inArray(registrations.id, ids.slice(i, i + 500))
    const ofMeeting = and(eq(registrations.meetingId, meeting.id), some)
    found.push(...(await db.select().from(registrations).where(ofMeeting)))
  }
  return found.toSorted((a, b) => a.arrival - b.arrival)
}

async function addressesOfTheLive(db: Reads, meeting: Pick<Meeting, 'id'>): Promise<Set<string>> {
  const { meetingId, status, emailKey } = registrations
  const rows = await db
    .select({ emailKey })
    .from(registrations)
    .where(and(eq(meetingId, meeting.id), inArray(status, [...live]), isNotNull(emailKey)))
  return new Set(rows.map((row) => row.emailKey ?? ''))
}
