import type { SQL } from 'drizzle-orm'
import { and, asc, desc, eq, inArray, isNull, like, lt, or } from '../../db/drizzle.ts'
import type { Reads } from '../../db/open.ts'
import type { Meeting, Organiser } from '../../db/schema.ts'
import { history, meetings, organisers } from '../../db/schema.ts'
import { beginnings, type DeedKind, dataDeeds } from './deed-kinds.ts'

export type Entry = {
  id: string
  at: Temporal.Instant
  deed: string
  facts: Record<string, string>
  organiser: Organiser | null
  meeting: Meeting | null
  /** The colleague whom it was about. */
  colleague: Organiser | null
}

/** What is looked for; `by`: an organiser's id, or whoever is none. */
export type HistoryLook = { by: string | 'nobody' | null; meeting: string | null; kind: DeedKind | null }

/** What was done in a project, newest first; older than the entry `before`, if it is one of this project's. */
export async function historyOf(
  db: Reads,
  project: { id: string },
  look: HistoryLook,
  { before, most }: { before: string; most: number },
): Promise<Entry[]> {
  const [mark] = await db
    .select({ id: history.id, at: history.at })
    .from(history)
    .where(and(eq(history.id, before), eq(history.projectId, project.id)))
  const older = mark && or(lt(history.at, mark.at), and(eq(history.at, mark.at), lt(history.id, mark.id)))
  const rows = await db
    .select({
      ...{ id: history.id, at: history.at, deed: history.deed, facts: history.facts },
      ...{ organiser: organisers, meeting: meetings },
    })
    .from(history)
    .leftJoin(organisers, eq(organisers.id, history.organiserId))
    .leftJoin(meetings, eq(meetings.id, history.meetingId))
    .where(and(eq(history.projectId, project.id), older, ...narrowed(look)))
    .orderBy(desc(history.at), desc(history.id))
    .limit(most)
  return await withColleagues(db, rows)
}

/** Everybody who has done something in a project, by name. */
export async function actorsOf(db: Reads, project: { id: string }): Promise<Organiser[]> {
  const acted = db.select({ id: history.organiserId }).from(history).where(eq(history.projectId, project.id))
  return await db.select().from(organisers).where(inArray(organisers.id, acted)).orderBy(asc(organisers.name))
}

function narrowed({ by, meeting, kind }: HistoryLook): (SQL | undefined)[] {
  const bySomebody = by === 'nobody' ? isNull(history.organiserId) : by ? eq(history.organiserId, by) : undefined
  return [bySomebody, meeting ? eq(meetings.slug, meeting) : undefined, kind ? ofKind(kind) : undefined]
}

function ofKind(kind: DeedKind): SQL | undefined {
  if (kind === 'data') return inArray(history.deed, [...dataDeeds])
  return or(...beginnings[kind].map((start) => like(history.deed, `${start}.%`)))
}

async function withColleagues(db: Reads, rows: Omit<Entry, 'colleague'>[]): Promise<Entry[]> {
  const ids = rows.flatMap(({ facts }) => facts.colleague ?? [])
  const known = await db.select().from(organisers).where(inArray(organisers.id, ids))
  return rows.map((row) => ({ ...row, colleague: known.find(({ id }) => id === row.facts.colleague) ?? null }))
}
