import { isDeepStrictEqual } from 'node:util'
import { eq } from '../../db/drizzle.ts'
import type { Localised } from '../../db/languages.ts'
import type { Database, Tx } from '../../db/open.ts'
import { agendaSteps, type Meeting, type Organiser, type Project } from '../../db/schema.ts'
import { record } from '../history.ts'
import { writableProject } from '../projects/writable.ts'
import { takeDownWithheld } from '../slides/take-down.ts'
import { tellBackIn } from '../speakers/back-in.ts'
import { tellTakenOff } from '../speakers/taken-off.ts'
import { type Seen, touchedBy } from './change-draft.ts'
import { type Conflict, conflictOf } from './conflict.ts'
import { type DraftAgenda, draftAgenda } from './queries.ts'
import { type Plain, presentRow, type RowChange, slotsLeft, turned, writeRows } from './rows.ts'
import { lastDone, lastUndone, type Step, stepsSince, takeStep } from './steps.ts'

/** What was taken back or done again; nothing, when there was nothing to; or held back by what was done since. */
export type Retraced = { title: Localised | null; conflict: null } | { title: Localised; conflict: Conflict }

/** Takes back the last thing this organiser did, as long as what it did still stands. */
export async function undo(
  db: Database,
  project: Project,
  meeting: Meeting,
  by: Organiser,
  now: Temporal.Instant,
  seen: Seen = null,
): Promise<Retraced> {
  return await retrace(db, { project, meeting, by, now, seen }, 'undone')
}

/** Does again what this organiser has taken back last. */
export async function redo(
  db: Database,
  project: Project,
  meeting: Meeting,
  by: Organiser,
  now: Temporal.Instant,
  seen: Seen = null,
): Promise<Retraced> {
  return await retrace(db, { project, meeting, by, now, seen }, 'done')
}

type Deed = { project: Project; meeting: Meeting; by: Organiser; now: Temporal.Instant; seen: Seen }

async function retrace(db: Database, deed: Deed, to: 'undone' | 'done'): Promise<Retraced> {
  const { project, meeting, by, now, seen } = deed
  return await db.transact(
    async (tx): Promise<Retraced> => {
      const fresh = await writableProject(tx, project)
      const step = await (to === 'undone' ? lastDone : lastUndone)(tx, meeting, by)
      if (!step || (seen !== null && (await isNews(tx, deed, seen)))) return { title: null, conflict: null }
      const { about, title } = step.changes
      const rows = to === 'undone' ? turned(step.changes.rows) : step.changes.rows
      const conflict = await obstacle(tx, await draftAgenda(tx, meeting), step, rows, meeting)
      if (conflict) return { title, conflict }
      await takeDownWithheld(tx, { project, meeting }, slotsLeft(rows))
      await writeRows(tx, rows)
      await tellTakenOff(tx, { project: fresh, meeting }, { about, title, rows }, now)
      await tellBackIn(tx, { project: fresh, meeting }, rows, now)
      await tx.update(agendaSteps).set({ state: to }).where(eq(agendaSteps.id, step.id))
      await takeStep(tx, meeting, { about, title, rows }, 'closed', by, now)
      const deedOf = to === 'undone' ? 'agenda.undone' : 'agenda.redone'
      await record(tx, deedOf, by, { project, meeting }, now, { title: JSON.stringify(title) })
      return { title, conflict: null }
    },
    { touches: await touchedBy(db, { project, meeting }), lock: meeting.id },
  )
}

/** What would be taken back is then not what the page says it is: this organiser has done something else meanwhile. */
async function isNews(tx: Tx, { meeting, by }: Deed, seen: number): Promise<boolean> {
  return (await stepsSince(tx, meeting, seen)).some(({ organiserId }) => organiserId === by.id)
}

/** Whatever is no longer as the step left it, with who has changed it; null when nothing is. */
async function obstacle(
  tx: Tx,
  draft: DraftAgenda,
  step: Step,
  rows: readonly RowChange[],
  meeting: Meeting,
): Promise<Conflict | null> {
  for (const row of rows) {
    if (await stands(tx, draft, row, rows)) continue
    const about = row.key[0] ?? ''
    const since = await stepsSince(tx, meeting, step.number)
    const known = await conflictOf(tx, draft, since, { about, what: 'anything', seen: step.number })
    return known ?? { since: [] }
  }
  return null
}

/** Whether a row is as it was left, and what it would refer to again is still there. */
async function stands(tx: Tx, draft: DraftAgenda, row: RowChange, rows: readonly RowChange[]): Promise<boolean> {
  const present = await presentRow(tx, row)
  if (row.before === null) return present === null && (await hasPlace(tx, draft, row, rows))
  if (present === null) return false
  const isAsLeft = Object.entries(row.before).every(([name, value]) => isDeepStrictEqual(present[name], value))
  return isAsLeft && (await hasPlace(tx, draft, row, rows))
}

async function hasPlace(tx: Tx, draft: DraftAgenda, row: RowChange, rows: readonly RowChange[]): Promise<boolean> {
  if (!row.after) return true
  if (row.table === 'slots') return isFree(draft, row) && refersTo(draft, row.after, rows)
  if (row.table !== 'slotSpeakers' && row.table !== 'slides') return true
  const { slotId, speakerId = null } = row.after
  const isSlot = isThere('slots', slotId, draft.slots, rows)
  if (!isSlot || speakerId === null) return isSlot
  // Whoever wished to be forgotten has no name any more.
  const speaker = await presentRow(tx, { table: 'speakers', key: [String(speakerId)] })
  return Boolean(speaker?.name)
}

/** Nothing else has got its address meanwhile. */
function isFree({ slots }: DraftAgenda, { key: [id], after }: RowChange): boolean {
  return !slots.some((other) => other.slug === after?.slug && other.id !== id)
}

function refersTo({ days, rooms }: DraftAgenda, { dayId = null, roomId = null }: Plain, rows: readonly RowChange[]) {
  const isDay = dayId === null || days.some(({ id }) => id === dayId)
  return isDay && (roomId === null || isThere('rooms', roomId, rooms, rows))
}

function isThere(table: RowChange['table'], id: unknown, known: readonly { id: string }[], rows: readonly RowChange[]) {
  return known.some((one) => one.id === id) || comesBack(table, id, rows)
}

function comesBack(table: RowChange['table'], id: unknown, rows: readonly RowChange[]): boolean {
  return rows.some((row) => row.table === table && row.before === null && row.key[0] === id)
}
