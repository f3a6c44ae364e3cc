import { isDeepStrictEqual } from 'node:util'
import { and, eq, getTableColumns } from '../../db/drizzle.ts'
import type { Reads, Tx } from '../../db/open.ts'
import { rooms, slides, slotSpeakers, slots, speakers, stories } from '../../db/schema.ts'
import { notFound } from '../refusal.ts'

/** What a change of a draft may touch, each after what it refers to. */
const tables = { speakers, rooms, slots, slotSpeakers, slides, stories } as const
type TableName = keyof typeof tables

/** A row, or those of its columns that changed, as JSON keeps them: moments are text. */
export type Plain = Record<string, unknown>

/** One row before and after; null where it is not there. `key`: its id, or those of the slot and the speaker. */
export type RowChange = { table: TableName; key: string[]; before: Plain | null; after: Plain | null }

export function added(table: TableName, row: object): RowChange {
  return { table, key: keyOf(row), before: null, after: plain(row) }
}

export function removed(table: TableName, row: object): RowChange {
  return { table, key: keyOf(row), before: plain(row), after: null }
}

/** The columns given anew, as far as they differ: one change, or none. */
export function edited(table: TableName, row: object, columns: object): RowChange[] {
  const [known, given] = [plain(row), plain(columns)]
  const names = Object.keys(given).filter((name) => !isDeepStrictEqual(known[name], given[name]))
  if (names.length === 0) return []
  return [{ table, key: keyOf(row), before: only(known, names), after: only(given, names) }]
}

/** The slots that somebody is taken out of. */
export function slotsLeft(changes: readonly RowChange[]): string[] {
  return changes.flatMap(({ table, key: [slotId], after }) =>
    table === 'slotSpeakers' && after === null ? (slotId ?? []) : [],
  )
}

export function turned(changes: readonly RowChange[]): RowChange[] {
  return changes.map(({ before, after, ...row }) => ({ ...row, before: after, after: before })).toReversed()
}

export async function writeRows(tx: Tx, changes: readonly RowChange[]): Promise<void> {
  const names = Object.keys(tables).filter(isTableName)
  for (const name of names) await insertRows(tx, name, changes)
  for (const change of changes) if (change.before && change.after) await updateRow(tx, change)
  for (const change of changes.toSorted((a, b) => names.indexOf(b.table) - names.indexOf(a.table)))
    if (!change.after) await tx.delete(tables[change.table]).where(keyed(change))
}

/** The row as it is now, or null. */
export async function presentRow(db: Reads, change: Pick<RowChange, 'table' | 'key'>): Promise<Plain | null> {
  const [row] = await db.select().from(tables[change.table]).where(keyed(change))
  return row ? plain(row) : null
}

/** Moments are moments again. */
export function asRow(table: TableName, columns: Plain): Plain {
  const known: Record<string, { dataType: string }> = getTableColumns(tables[table])
  const isMoment = (name: string) => known[name]?.dataType === 'custom'
  const value = (name: string, kept: unknown) =>
    isMoment(name) && typeof kept === 'string' ? Temporal.Instant.from(kept) : kept
  return Object.fromEntries(Object.entries(columns).map(([name, kept]) => [name, value(name, kept)]))
}

async function insertRows(tx: Tx, name: TableName, changes: readonly RowChange[]): Promise<void> {
  const rows = changes.flatMap(({ table, before, after }) =>
    table === name && !before && after ? asRow(name, after) : [],
  )
  if (rows.length === 0) return
  const written = await tx
    .insert(tables[name])
    .values(rows as never)
    .onConflictDoNothing()
    .returning()
  // The id in a form may be that of a row elsewhere.
  if (written.length < rows.length) notFound()
}

async function updateRow(tx: Tx, change: RowChange): Promise<void> {
  await tx
    .update(tables[change.table])
    .set(asRow(change.table, change.after ?? {}))
    .where(keyed(change))
}

function keyed({ table, key: [id = '', speakerId = ''] }: Pick<RowChange, 'table' | 'key'>) {
  if (table === 'slotSpeakers') return and(eq(slotSpeakers.slotId, id), eq(slotSpeakers.speakerId, speakerId))
  return eq(tables[table].id, id)
}

function keyOf(row: object): string[] {
  if ('id' in row) return [String(row.id)]
  return 'slotId' in row && 'speakerId' in row ? [String(row.slotId), String(row.speakerId)] : []
}

function plain(row: object): Plain {
  return JSON.parse(JSON.stringify(row))
}

function only(row: Plain, names: readonly string[]): Plain {
  return Object.fromEntries(names.map((name) => [name, row[name] ?? null]))
}

function isTableName(name: string): name is TableName {
  return name in tables
}
