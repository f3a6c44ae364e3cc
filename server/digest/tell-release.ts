import { and, eq, inArray, isNull } from '../../db/drizzle.ts'
import type { Tx } from '../../db/open.ts'
import { type Letter, letters, type Meeting, type Project, projects } from '../../db/schema.ts'
import { releasesSince } from '../agenda/queries.ts'
import { freshMeeting } from '../meetings/queries.ts'
import { isOver } from '../meetings/status.ts'
import { notFound } from '../refusal.ts'
import { addresseesOf, addressKey } from './addressees.ts'
import { digestKind, unheardDigests } from './queries.ts'
import { queueDigests } from './queue-digests.ts'
import { settle } from './settle.ts'

type Where = { project: Pick<Project, 'id'>; meeting: Pick<Meeting, 'id'> }

/**
 * Queues one letter to everybody whom the newest release concerns, due once the agenda has been quiet for a while;
 * whoever has one waiting hears everything in that, as much later. `from`: the release that people know of.
 */
export async function tellRelease(tx: Tx, where: Where, from: number, now: Temporal.Instant): Promise<void> {
  const meeting = (await freshMeeting(tx, where.meeting)) ?? notFound()
  if (!isToldOf(meeting, now)) return
  const [project = notFound()] = await tx.select().from(projects).where(eq(projects.id, meeting.projectId))
  const releases = await releasesSince(tx, meeting, from)
  const heard = { from, maybe: [] }
  const addressees = await addresseesOf(tx, project, meeting, heard, releases)
  const unheard = Map.groupBy(await unheardDigests(tx, meeting), ({ recipient }) => addressKey(recipient))
  const told = (releases.at(-1)?.version ?? 1) - 1
  const settled = addressees.map((one) =>
    settle(one, unheard.get(addressKey(one.recipient)) ?? [], { heard, told }, now),
  )
  const dueAt = now.add({ minutes: meeting.quietMinutes })
  await overtake(
    tx,
    settled.flatMap(({ overtaken }) => overtaken),
    now,
  )
  await delay(tx, meeting, dueAt)
  await queueDigests(
    tx,
    meeting,
    settled.flatMap(({ digest }) => digest ?? []),
    dueAt,
    now,
  )
}

/** Drafts are nobody's business, and of a meeting that is off or over there is nothing to come to. */
export function isToldOf(meeting: Pick<Meeting, 'status' | 'endsAt'>, now: Temporal.Instant): boolean {
  return meeting.status === 'published' && !isOver(meeting, now)
}

async function overtake(tx: Tx, overtaken: readonly Letter[], now: Temporal.Instant): Promise<void> {
  const ids = overtaken.map(({ id }) => id)
  for (let i = 0; i < ids.length; i += 500)
    await tx
      .update(letters)
      .set({ endedAt: now, ending: 'overtaken' })
      .where(inArray(letters.id, ids.slice(i, i + 500)))
}

/** Edits settle before anybody hears of them. */
async function delay(tx: Tx, meeting: Pick<Meeting, 'id'>, dueAt: Temporal.Instant): Promise<void> {
  const { meetingId, kind, sentAt, endedAt, attempts } = letters
  const waits = and(isNull(sentAt), isNull(endedAt), eq(attempts, 0))
  await tx
    .update(letters)
    .set({ dueAt })
    .where(and(eq(meetingId, meeting.id), eq(kind, digestKind), waits))
}
