import { inArray } from '../../../db/drizzle.ts'
import type { Tx } from '../../../db/open.ts'
import type { Letter, Meeting, Project, Registration } from '../../../db/schema.ts'
import { letters } from '../../../db/schema.ts'
import { queueLetters } from '../../mail/queue.ts'
import { newManageLinks } from '../links.ts'
import { earlierLetters } from './earlier-letters.ts'
import type { RegistrationLetter } from './overtaking.ts'
import { type Telling, tellingOf } from './telling.ts'

/**
 * Queues one letter per person who has an address, and settles it with what still waits in the outbox for them. At
 * most some hundreds of people at once: a statement takes only so many values. Returns how many letters that makes.
 */
export async function tellEach(
  tx: Tx,
  kind: RegistrationLetter,
  project: Project,
  meeting: Meeting,
  people: readonly Registration[],
  now: Temporal.Instant,
  facts: Record<string, string>,
): Promise<number> {
  const reachable = people.filter(({ email }) => email !== null)
  if (reachable.length === 0) return 0
  const earlier = await earlierLetters(tx, meeting, reachable, now)
  const tellings = reachable.map((person) => tellingOf(kind, meeting, person, earlier(person), now, facts))
  const overtaken = tellings.flatMap((telling) => telling.overtaken)
  const hurried = tellings.flatMap((telling) => telling.hurried)
  const untold = tellings.filter(({ isTold }) => !isTold)
  await set(tx, overtaken, { endedAt: now, ending: 'overtaken' })
  await set(tx, hurried, { dueAt: now })
  await queueEach(tx, kind, project, meeting, untold, now)
  return untold.length
}

async function set(tx: Tx, some: readonly Letter[], changes: Partial<Letter>): Promise<void> {
  if (some.length === 0) return
  const ids = some.map(({ id }) => id)
  await tx.update(letters).set(changes).where(inArray(letters.id, ids))
}

async function queueEach(
  tx: Tx,
  kind: RegistrationLetter,
  project: Project,
  meeting: Meeting,
  untold: readonly Telling[],
  now: Temporal.Instant,
): Promise<void> {
  const people = untold.map(({ person }) => person)
  const tokens = await newManageLinks(tx, people, meeting, now)
  const queued = untold.map(({ person: { id, email, locale }, facts, queuedAt, kept }, i) => ({
    kind,
    projectId: project.id,
    meetingId: meeting.id,
    registrationId: id,
    recipient: email ?? '',
    locale,
    facts,
    token: tokens[i],
    queuedAt,
    ...kept,
    ...(kind === 'resized' ? { dueAt: now.add(settling) } : {}),
  }))
  await queueLetters(tx, queued, now)
}

/** Those who bring people along change several things in a row: one letter says what came of it. */
const settling = { minutes: 10 }
