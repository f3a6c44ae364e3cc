import { and, asc, desc, eq, gt, lte, ne } from '../../db/drizzle.ts'
import type { Localised } from '../../db/languages.ts'
import type { Reads, Tx } from '../../db/open.ts'
import { type AgendaStep, agendaSteps, type Meeting, type Organiser, organisers } from '../../db/schema.ts'
import { lastStep } from './queries.ts'
import type { RowChange } from './rows.ts'

/** What one deed did to the draft: to which slot or room, and to which rows. */
export type Changes = { about: string; title: Localised; rows: RowChange[] }

export type Step = Pick<AgendaStep, 'id' | 'number' | 'organiserId' | 'at' | 'state'> & {
  /** Who did it; null when they are no longer among the organisers. */
  by: string | null
  changes: Changes
}

/** So many of each organiser's are kept: those that can be undone or done again, and those that cannot. */
const most = 100

/** A further step. A new change ends what its organiser could have done again; undoing and doing again do not. */
export async function takeStep(
  tx: Tx,
  meeting: Pick<Meeting, 'id'>,
  changes: Changes,
  state: 'done' | 'closed',
  by: Pick<Organiser, 'id'>,
  now: Temporal.Instant,
): Promise<void> {
  const own = ownSteps(meeting, by)
  if (state === 'done')
    await tx
      .update(agendaSteps)
      .set({ state: 'closed' })
      .where(and(own, eq(agendaSteps.state, 'undone')))
  const number = (await lastStep(tx, meeting)) + 1
  // People stay when what brought them is undone, and their names and addresses are nobody's to remember here.
  const rows = changes.rows.filter(({ table }) => table !== 'speakers')
  const kept = JSON.stringify({ ...changes, rows })
  const row = { meetingId: meeting.id, organiserId: by.id, at: now, number, state, changes: kept }
  await tx.insert(agendaSteps).values(row)
  if (number % 20 === 0) await forgetOldest(tx, own)
}

/** What has been done since a page was shown, the oldest first. */
export async function stepsSince(db: Reads, meeting: Pick<Meeting, 'id'>, seen: number): Promise<Step[]> {
  const rows = await steps(db)
    .where(and(eq(agendaSteps.meetingId, meeting.id), gt(agendaSteps.number, seen)))
    .orderBy(asc(agendaSteps.number))
  return rows.map(asStep)
}

/** What undoing would take back: the last thing the organiser did and has not undone. */
export async function lastDone(db: Reads, meeting: Pick<Meeting, 'id'>, by: Pick<Organiser, 'id'>) {
  const rows = await steps(db)
    .where(and(ownSteps(meeting, by), eq(agendaSteps.state, 'done')))
    .orderBy(desc(agendaSteps.number))
    .limit(1)
  return rows.map(asStep)[0] ?? null
}

/** What doing again would do: the last thing the organiser has undone. */
export async function lastUndone(db: Reads, meeting: Pick<Meeting, 'id'>, by: Pick<Organiser, 'id'>) {
  const rows = await steps(db)
    .where(and(ownSteps(meeting, by), eq(agendaSteps.state, 'undone')))
    .orderBy(asc(agendaSteps.number))
    .limit(1)
  return rows.map(asStep)[0] ?? null
}

function steps(db: Reads) {
  const { id, number, organiserId, at, state, changes } = agendaSteps
  return db
    .select({ id, number, organiserId, at, state, changes, by: organisers.name })
    .from(agendaSteps)
    .leftJoin(organisers, eq(organisers.id, agendaSteps.organiserId))
}

function asStep(row: Omit<Step, 'changes'> & { changes: string }): Step {
  return { ...row, changes: JSON.parse(row.changes) }
}

function ownSteps(meeting: Pick<Meeting, 'id'>, by: Pick<Organiser, 'id'>) {
  return and(eq(agendaSteps.meetingId, meeting.id), eq(agendaSteps.organiserId, by.id))
}

async function forgetOldest(tx: Tx, own: ReturnType<typeof ownSteps>): Promise<void> {
  for (const ofKind of [ne(agendaSteps.state, 'closed'), eq(agendaSteps.state, 'closed')]) {
    const [oldest] = await tx
      .select({ number: agendaSteps.number })
      .from(agendaSteps)
      .where(and(own, ofKind))
      .orderBy(desc(agendaSteps.number))
      .limit(1)
      .offset(most)
    if (oldest) await tx.delete(agendaSteps).where(and(own, ofKind, lte(agendaSteps.number, oldest.number)))
  }
}
