import { and, eq, gt, inArray, isNull, or } from '../../db/drizzle.ts'
import type { Tx } from '../../db/open.ts'
import type { Letter, Meeting, Project, Registration } from '../../db/schema.ts'
import { letters } from '../../db/schema.ts'
import { queueLetters } from '../mail/queue.ts'
import { newManageLinks } from './links.ts'
import { overtakes, type RegistrationLetter, saysItToo } from './overtaking.ts'

/**
 * Queues one letter per person who has an address, and settles it with what still waits in the outbox for them. At
 * most some hundreds of people at once: a statement takes only so many values.
 */
export async function tellEach(
  tx: Tx,
  kind: RegistrationLetter,
  project: Project,
  meeting: Meeting,
  people: readonly Registration[],
  now: Temporal.Instant,
  facts: Record<string, string>,
): Promise<void> {
  const reachable = people.filter(({ email }) => email !== null)
  if (reachable.length === 0) return
  const earlier = await earlierLetters(tx, reachable, now)
  const untold = reachable.filter(({ id }) => !(earlier.get(id) ?? []).some((letter) => isEnough(letter, kind)))
  await endOvertaken(tx, kind, [...earlier.values()].flat(), now)
  const tokens = await newManageLinks(tx, untold, meeting, now)
  const queued = untold.map(({ id, email, locale }, i) => ({
    kind,
    projectId: project.id,
    meetingId: meeting.id,
    registrationId: id,
    recipient: email ?? '',
    locale,
    facts,
    token: tokens[i],
    queuedAt: after(earlier.get(id) ?? [], now),
  }))
  await queueLetters(tx, queued, now)
}

type Earlier = Pick<Letter, 'id' | 'kind' | 'registrationId' | 'queuedAt' | 'sentAt' | 'claimedUntil'>

/** Per registration: letters still unsent, and reminders that went within the last day. */
async function earlierLetters(tx: Tx, people: readonly Registration[], now: Temporal.Instant) {
  const { id, kind, registrationId, queuedAt, sentAt, claimedUntil } = letters
  const recently = and(eq(kind, 'already'), gt(queuedAt, now.subtract({ hours: 24 })))
  const rows: Earlier[] = await tx
    .select({ id, kind, registrationId, queuedAt, sentAt, claimedUntil })
    .from(letters)
    .where(
      and(
        inArray(
          registrationId,
          people.map((person) => person.id),
        ),
        isNull(letters.endedAt),
        or(isNull(sentAt), recently),
      ),
    )
  return Map.groupBy(rows, (row) => row.registrationId)
}

/** One that is being posted right now may carry how it was. */
function isEnough(letter: Earlier, kind: RegistrationLetter): boolean {
  if (kind === 'already' && letter.kind === 'already') return true
  return isWaiting(letter) && saysItToo(letter, kind)
}

function isWaiting({ sentAt, claimedUntil }: Earlier): boolean {
  return sentAt === null && claimedUntil === null
}

async function endOvertaken(tx: Tx, kind: RegistrationLetter, earlier: Earlier[], now: Temporal.Instant) {
  const overtaken = earlier.filter((letter) => isWaiting(letter) && overtakes(kind, letter))
  if (overtaken.length === 0) return
  const ids = overtaken.map(({ id }) => id)
  await tx.update(letters).set({ endedAt: now, ending: 'overtaken' }).where(inArray(letters.id, ids))
}

/** Later than what the same person was written before: their letters go in this order. */
function after(earlier: Earlier[], now: Temporal.Instant): Temporal.Instant {
  const last = earlier
    .map(({ queuedAt }) => queuedAt)
    .sort(Temporal.Instant.compare)
    .at(-1)
  return last && Temporal.Instant.compare(last, now) >= 0 ? last.add({ milliseconds: 1 }) : now
}
