import type { Placeholder, SQL } from 'drizzle-orm'
import { and, asc, eq, given, gt, inArray, isNotNull, isNull, or } from '../../../db/drizzle.ts'
import type { Tx } from '../../../db/open.ts'
import { prepared } from '../../../db/prepared.ts'
import type { Letter, Meeting, Registration } from '../../../db/schema.ts'
import { letters, registrations } from '../../../db/schema.ts'
import { recipientKey } from '../../mail/quota.ts'
import { isLive } from '../queries.ts'

type Earlier = { letter: Letter; status: Registration['status'] }

/**
 * By person: letters about the meeting still unsent, and reminders that went within the last day; oldest first. Those of
 * earlier registrations with the same address too, but not those of another class that somebody brings.
 */
export async function earlierLetters(
  tx: Tx,
  meeting: Pick<Meeting, 'id'>,
  people: readonly Registration[],
  now: Temporal.Instant,
): Promise<(person: Registration) => Letter[]> {
  const rows = await unsentTo(tx, meeting, people, now)
  const byAddress = Map.groupBy(rows, ({ letter }) => letter.recipient.toLowerCase())
  return ({ id, email }) => {
    const its = byAddress.get(email?.toLowerCase() ?? '') ?? []
    return its.filter((one) => one.letter.registrationId === id || !isLive(one)).map(({ letter }) => letter)
  }
}

async function unsentTo(
  tx: Tx,
  meeting: Pick<Meeting, 'id'>,
  people: readonly Registration[],
  now: Temporal.Instant,
): Promise<Earlier[]> {
  const since = now.subtract({ hours: 24 })
  const keys = people.map(({ email }) => recipientKey(email ?? ''))
  if (keys.length > 1) return await unsent(tx, inArray(letters.recipientKey, keys), meeting.id, since)
  const about = { key: keys[0], meeting: meeting.id, since: since.epochMilliseconds }
  return await prepared(tx, unsentToOne).execute(about)
}

const unsentToOne = (tx: Tx) => unsent(tx, eq(letters.recipientKey, given('key')), given('meeting'), given('since'))

function unsent(tx: Tx, isTheirs: SQL, meeting: string | Placeholder, since: Temporal.Instant | Placeholder) {
  const { kind, meetingId, registrationId, speakerId, queuedAt, sentAt, endedAt } = letters
  const recently = and(eq(kind, 'already'), gt(queuedAt, since))
  return tx
    .select({ letter: letters, status: registrations.status })
    .from(letters)
    .innerJoin(registrations, eq(registrations.id, registrationId))
    .where(
      and(
        isTheirs,
        eq(meetingId, meeting),
        // Those to speakers say something else, even if the same person is a guest too.
        isNotNull(registrationId),
        isNull(speakerId),
        isNull(endedAt),
        or(isNull(sentAt), recently),
      ),
    )
    .orderBy(asc(queuedAt))
}
