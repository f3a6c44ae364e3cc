import type { Database, Reads, Tx } from '../../db/open.ts'
import type { Meeting, Organiser, Project } from '../../db/schema.ts'
import { record } from '../history.ts'
import { writableProject } from '../projects/writable.ts'
import { publishedSlides } from '../slides/queries.ts'
import { takeDownWithheld } from '../slides/take-down.ts'
import { tellTakenOff } from '../speakers/taken-off.ts'
import { type Concern, type Conflict, conflictOf } from './conflict.ts'
import { type DraftAgenda, draftAgenda } from './queries.ts'
import { slotsLeft, writeRows } from './rows.ts'
import { type Changes, stepsSince, takeStep } from './steps.ts'

export type Where = { project: Pick<Project, 'id'>; meeting: Pick<Meeting, 'id' | 'projectId'> }

/** What is to become of the draft; without rows nothing is. */
export type Plan<T> = { result: T; changes: Changes }

/**
 * What became of a change: done, or held back, because what it concerns has been changed since its page was shown.
 * `others`: who else has changed something meanwhile.
 */
export type Outcome<T> =
  | { done: T; conflict: null; others: string[] }
  | { done: null; conflict: Conflict; others: string[] }

/** What the page showed that the change comes from: the number of its last step; null: unknown, and nothing is checked. */
export type Seen = number | null

/** One change of the draft, after which the public still sees the last release. */
export async function changeDraft<T>(
  db: Database,
  where: Where,
  by: Organiser,
  now: Temporal.Instant,
  plan: (tx: Tx, draft: DraftAgenda, fresh: Project) => Promise<Plan<T>>,
  concern: Concern | null = null,
): Promise<Outcome<T>> {
  return await db.transact((tx) => changeWithin(tx, where, by, now, plan, concern), {
    touches: await touchedBy(db, where),
    lock: where.meeting.id,
  })
}

/** No kept page goes stale, unless slides are published: those of a slot go with it, or may no longer be shown. */
export async function touchedBy(db: Reads, { project, meeting }: Where): Promise<string> {
  return (await publishedSlides(db, project, meeting)).size > 0 ? project.id : 'nothing'
}

/** The same inside a deed that does more, under the lock of the meeting. */
export async function changeWithin<T>(
  tx: Tx,
  { project, meeting }: Where,
  by: Organiser,
  now: Temporal.Instant,
  plan: (tx: Tx, draft: DraftAgenda, fresh: Project) => Promise<Plan<T>>,
  concern: Concern | null = null,
): Promise<Outcome<T>> {
  const fresh = await writableProject(tx, project)
  const draft = await draftAgenda(tx, meeting)
  const { result, changes } = await plan(tx, draft, fresh)
  const since = concern?.seen == null ? [] : await stepsSince(tx, meeting, concern.seen)
  const others = [...new Set(since.filter(({ organiserId }) => organiserId !== by.id).flatMap((step) => step.by ?? []))]
  if (changes.rows.length === 0) return { done: result, conflict: null, others }
  const conflict = concern && (await conflictOf(tx, draft, since, concern))
  if (conflict) return { done: null, conflict, others }
  await takeDownWithheld(tx, { project, meeting }, slotsLeft(changes.rows))
  await writeRows(tx, changes.rows)
  await tellTakenOff(tx, { project: fresh, meeting }, changes, now)
  await takeStep(tx, meeting, changes, 'done', by, now)
  await record(tx, 'agenda.edited', by, { project, meeting }, now, { title: JSON.stringify(changes.title) })
  return { done: result, conflict: null, others }
}
