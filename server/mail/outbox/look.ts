import type { SQL } from 'drizzle-orm'
import { and, eq, exists, inArray, lte } from '../../../db/drizzle.ts'
import type { Reads } from '../../../db/open.ts'
import { letters, meetings } from '../../../db/schema.ts'
import { inState, type LetterState, letterStates } from '../queries.ts'
import { isTo } from './is-to.ts'

/** How an organiser looks at the outbox; it lives in the address, so that it can be bookmarked and sent. */
export type OutboxLook = { state: LetterState | null; meeting: string | null; kind: string | null; to: string }

/** A look into a project's outbox, as far as whoever looks may: only about these meetings, if some are given. */
export type Reach = { project: { id: string }; look: OutboxLook; meetings: readonly string[] | null }

export function lookOf(query: Record<string, unknown>): OutboxLook {
  const text = (name: string) => (typeof query[name] === 'string' ? query[name].slice(0, 200).trim() : '')
  return {
    state: letterStates.find((known) => known === text('state')) ?? null,
    meeting: text('meeting') || null,
    kind: text('kind') || null,
    to: text('to'),
  }
}

/** Letters within reach; those that let organisers sign in belong to no project and are nobody else's to read. */
export function isWithinReach({ project, meetings }: Pick<Reach, 'project' | 'meetings'>): SQL | undefined {
  return and(
    eq(letters.projectId, project.id),
    meetings === null ? undefined : inArray(letters.meetingId, [...meetings]),
  )
}

/** Those that are looked at, in whatever state. */
export async function isLookedAt(db: Reads, reach: Reach): Promise<SQL | undefined> {
  const { project, look } = reach
  return and(
    isWithinReach(reach),
    look.meeting ? isAbout(db, project, look.meeting) : undefined,
    look.kind ? eq(letters.kind, look.kind) : undefined,
    look.to ? await isTo(db, project, look.to) : undefined,
  )
}

/** What is queued later is not meant. */
export function isQueuedBy(moment: Temporal.Instant): SQL {
  return lte(letters.queuedAt, moment)
}

export function isInState(state: LetterState | null): SQL | undefined {
  return state ? inState[state] : undefined
}

function isAbout(db: Reads, project: { id: string }, slug: string): SQL {
  const called = and(eq(meetings.id, letters.meetingId), eq(meetings.projectId, project.id), eq(meetings.slug, slug))
  return exists(db.select({ id: meetings.id }).from(meetings).where(called))
}
