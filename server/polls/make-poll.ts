import { randomUUID } from 'node:crypto'
import { count, eq } from '../../db/drizzle.ts'
import type { Database } from '../../db/open.ts'
import { type Organiser, type Poll, polls, pollVotes } from '../../db/schema.ts'
import { record } from '../history.ts'
import type { Found } from '../meetings/queries.ts'
import { writableProject } from '../projects/writable.ts'
import type { PollInput } from './forms.ts'

/** Puts a poll together, to be opened when its moment comes; the same `once` again makes no second one. */
export async function makePoll(
  db: Database,
  { project, meeting }: Found,
  { options, ...input }: PollInput,
  by: Organiser,
  now: Temporal.Instant,
  once: string = randomUUID(),
): Promise<Pick<Poll, 'id'>> {
  await db.transact(
    async (tx) => {
      await writableProject(tx, project)
      const [row] = await tx.select({ polls: count() }).from(polls).where(eq(polls.meetingId, meeting.id))
      const place = { id: once, meetingId: meeting.id, position: row?.polls ?? 0, createdAt: now }
      const named = options.map((label, i) => ({ id: `${i + 1}`, label }))
      const made = await tx
        .insert(polls)
        .values({ ...place, ...input, options: named })
        .onConflictDoNothing()
        .returning({ id: polls.id })
      if (made.length > 0) await record(tx, 'poll.made', by, { project, meeting }, now)
    },
    { touches: project.id, lock: meeting.id },
  )
  return { id: once }
}

/** One in which nobody has voted. */
export async function deletePoll(
  db: Database,
  { project, meeting }: Found,
  { id }: Pick<Poll, 'id'>,
  by: Organiser,
  now: Temporal.Instant,
): Promise<void> {
  await db.transact(
    async (tx) => {
      await writableProject(tx, project)
      const [voted] = await tx.select().from(pollVotes).where(eq(pollVotes.pollId, id)).limit(1)
      if (voted) return
      const gone = await tx.delete(polls).where(eq(polls.id, id)).returning({ id: polls.id })
      if (gone.length > 0) await record(tx, 'poll.deleted', by, { project, meeting }, now)
    },
    { touches: project.id, lock: meeting.id },
  )
}
