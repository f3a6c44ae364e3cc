import type { SQL } from 'drizzle-orm'
import { and, eq, gt, isNotNull, isNull, lt, not, or, sql } from '../../../db/drizzle.ts'
import type { Database, Tx } from '../../../db/open.ts'
import { type Letter, letters, type Organiser, type Project } from '../../../db/schema.ts'
import { type HistoryDeed, record } from '../../history.ts'
import { isStopped } from './stopped.ts'
import { writeDown } from './write-down.ts'

/** Which letters a deed is for, whose it is, and when. Those that are on their way or gone stay as they are. */
export type Asked = { project: Pick<Project, 'id'>; which: SQL | undefined; by: Organiser; now: Temporal.Instant }

export const outboxDeeds = ['hold', 'let-go', 'send-now', 'drop'] as const
export type OutboxDeed = (typeof outboxDeeds)[number] | 'send-after-all'

/** So long what a letter is written from is kept after it was dropped: see `forgetOldLetters`. */
const kept = { hours: 7 * 24 }

/** Does it to all that are meant and can still be helped; returns to how many. Twice is once. */
export async function actOn(db: Database, deed: OutboxDeed, asked: Asked): Promise<number> {
  return await db.transact(async (tx) => await change(tx, deed, asked), { touches: 'nothing', lock: 'outbox' })
}

export function canBeTakenBack({ ending, endedAt }: Letter, now: Temporal.Instant): boolean {
  return ending === 'dropped' && endedAt !== null && Temporal.Instant.compare(endedAt, now.subtract(kept)) > 0
}

/** Unsent, and not on its way at this moment. */
export function isWaiting(now: Temporal.Instant): SQL | undefined {
  const { sentAt, endedAt, claimedUntil } = letters
  return and(isNull(sentAt), isNull(endedAt), or(isNull(claimedUntil), lt(claimedUntil, now)))
}

/** Which letters it can be done to. */
export function isOpenTo(deed: OutboxDeed, now: Temporal.Instant): SQL | undefined {
  return meaning[deed](now).open
}

async function change(tx: Tx, deed: OutboxDeed, { project, which, by, now }: Asked): Promise<number> {
  const { open, changes, outcome, entry } = meaning[deed](now)
  const changed = await tx
    .update(letters)
    .set(changes)
    .where(and(eq(letters.projectId, project.id), which, open))
    .returning({ id: letters.id, meetingId: letters.meetingId })
  await writeDown(tx, changed, outcome, by, now)
  for (const [meetingId, its] of Map.groupBy(changed, (one) => one.meetingId)) {
    const about = { project, meeting: meetingId ? { id: meetingId } : null }
    await record(tx, entry, by, about, now, { count: String(its.length) })
  }
  return changed.length
}

type Meaning = {
  open: SQL | undefined
  changes: Record<string, unknown>
  outcome: 'held' | 'freed' | 'hurried' | 'dropped'
  entry: HistoryDeed
}

const meaning: Record<OutboxDeed, (now: Temporal.Instant) => Meaning> = {
  hold: (now) => ({
    ...{ open: and(isWaiting(now), isNull(letters.heldAt)), changes: { heldAt: now } },
    ...{ outcome: 'held', entry: 'letters.held' },
  }),
  'let-go': (now) => ({
    open: and(isWaiting(now), isNotNull(letters.heldAt)),
    changes: { heldAt: null, queuedAt: lateBy(letters.heldAt, now) },
    ...{ outcome: 'freed', entry: 'letters.freed' },
  }),
  'send-now': (now) => ({
    open: and(isWaiting(now), or(isNotNull(letters.heldAt), gt(letters.dueAt, now))),
    changes: { heldAt: null, dueAt: now, queuedAt: lateBy(letters.heldAt, now) },
    ...{ outcome: 'hurried', entry: 'letters.hurried' },
  }),
  drop: (now) => ({
    ...{ open: isWaiting(now), changes: { heldAt: null, endedAt: now, ending: 'dropped' } },
    ...{ outcome: 'dropped', entry: 'letters.dropped' },
  }),
  'send-after-all': (now) => ({
    open: and(eq(letters.ending, 'dropped'), gt(letters.endedAt, now.subtract(kept)), not(isStopped)),
    changes: { endedAt: null, ending: null, dueAt: now, queuedAt: lateBy(letters.endedAt, now) },
    ...{ outcome: 'freed', entry: 'letters.taken-back' },
  }),
}

/** The time it was kept back does not count against the time in which a letter is tried. */
function lateBy(since: typeof letters.heldAt | typeof letters.endedAt, now: Temporal.Instant): SQL {
  return sql`${letters.queuedAt} + coalesce(${sql.param(now, letters.queuedAt)} - ${since}, 0)`
}
