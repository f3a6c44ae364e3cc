import type { SQL } from 'drizzle-orm'
import { and, count, inArray, isNull, lte, max, ne, not, sql } from '../../db/drizzle.ts'
import type { Reads } from '../../db/open.ts'
import { letters } from '../../db/schema.ts'
import { isKept } from './due.ts'
import { lateKind } from './urgency.ts'

/** How many should have gone by now, since when the first of them; and what the mail server said of one, if anything. */
export type Late = { since: Temporal.Instant; letters: number; answer: string | null }

const bearable = { minutes: 10 }

/** Letters of a project, or of some of its meetings, that should have gone ten minutes ago; null when there are none. */
export async function lateIn(
  db: Reads,
  project: { id: string },
  now: Temporal.Instant,
  meetings: readonly string[] | null = null,
): Promise<Late | null> {
  // Looked for among the few that wait, not among all that the project has sent.
  const its = sql`coalesce(${letters.projectId}, '') = ${project.id}`
  const where = and(its, meetings ? inArray(letters.meetingId, [...meetings]) : undefined)
  return (await lateBy(db, now, where))[0] ?? null
}

/** By project; those to people who wish to sign in belong to none. */
export async function lateBy(db: Reads, now: Temporal.Instant, where?: SQL) {
  const { projectId, sentAt, endedAt, kind, answer } = letters
  const since = sql`min(${dueSince})`.mapWith(letters.dueAt)
  return await db
    .select({ projectId, since, letters: count(), answer: max(answer) })
    .from(letters)
    .where(
      and(
        and(isNull(sentAt), isNull(endedAt), not(isKept), ne(kind, lateKind)),
        lte(dueSince, sql.param(now.subtract(bearable), letters.dueAt)),
        where,
      ),
    )
    .groupBy(projectId)
}

/** The first time that it was tried, or should have been: each attempt moves `dueAt`, and the quota does before it. */
const dueSince = sql`case when ${letters.attempts} = 0 and ${letters.answer} is null then ${letters.dueAt}
  else coalesce((select min(deliveries.at) from deliveries
    where deliveries.letter_id = ${letters.id} and deliveries.at >= ${letters.queuedAt}), ${letters.queuedAt}) end`
