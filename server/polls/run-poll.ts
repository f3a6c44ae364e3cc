import { and, eq, isNotNull, isNull, ne } from '../../db/drizzle.ts'
import type { Database, Tx } from '../../db/open.ts'
import { type Organiser, type Poll, polls } from '../../db/schema.ts'
import { folded } from '../folded.ts'
import { record } from '../history.ts'
import type { Found } from '../meetings/queries.ts'
import { writableProject } from '../projects/writable.ts'

type Deed = (db: Database, found: Found, poll: Pick<Poll, 'id'>, by: Organiser, now: Temporal.Instant) => Promise<void>

/** The room votes on one thing at a time: whatever was open is closed. */
export const openPoll: Deed = (db, found, { id }, by, now) =>
  run(db, found, async (tx) => {
    const others = and(eq(polls.meetingId, found.meeting.id), ne(polls.id, id), isNotNull(polls.openedAt))
    await tx
      .update(polls)
      .set({ closedAt: now })
      .where(and(others, isNull(polls.closedAt)))
    await tx.update(polls).set({ openedAt: now, closedAt: null }).where(eq(polls.id, id))
    await record(tx, 'poll.opened', by, found, now)
  })

export const closePoll: Deed = (db, found, { id }, by, now) =>
  run(db, found, async (tx) => {
    const open = and(eq(polls.id, id), isNotNull(polls.openedAt), isNull(polls.closedAt))
    const closed = await tx.update(polls).set({ closedAt: now }).where(open).returning({ id: polls.id })
    if (closed.length > 0) await record(tx, 'poll.closed', by, found, now)
  })

/** From now on everybody sees what comes out of it. */
export const showOutcome: Deed = (db, found, { id }, _by, now) =>
  run(db, found, async (tx) => {
    await tx.update(polls).set({ shownAt: now }).where(eq(polls.id, id))
  })

export const hideOutcome: Deed = (db, found, { id }) =>
  run(db, found, async (tx) => {
    await tx.update(polls).set({ shownAt: null }).where(eq(polls.id, id))
  })

/** A word that does not belong on a wall; said again, it may stand there. */
export async function turnWord(db: Database, found: Found, { id }: Pick<Poll, 'id'>, said: string): Promise<void> {
  const word = folded(said)
  await run(db, found, async (tx) => {
    const [poll] = await tx.select().from(polls).where(eq(polls.id, id))
    const hidden = poll?.hiddenWords ?? []
    const next = hidden.includes(word) ? hidden.filter((one) => one !== word) : [...hidden, word]
    await tx.update(polls).set({ hiddenWords: next }).where(eq(polls.id, id))
  })
}

async function run(db: Database, { project, meeting }: Found, work: (tx: Tx) => Promise<void>): Promise<void> {
  const act = async (tx: Tx) => {
    await writableProject(tx, project)
    await work(tx)
  }
  await db.transact(act, { touches: project.id, lock: meeting.id })
}
