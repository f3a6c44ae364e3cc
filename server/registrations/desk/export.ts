import type { Database } from '../../../db/open.ts'
import type { Organiser } from '../../../db/schema.ts'
import { record } from '../../history.ts'
import type { Found } from '../../meetings/queries.ts'
import type { Column } from './columns.ts'
import { foundIds } from './found.ts'
import { type Listed, rowsOf } from './list.ts'
import type { Look } from './look.ts'

/** Everybody whom the look shows, to be taken away; that it was taken, by whom and how much of it, is written down. */
export async function exportRegistrations(
  db: Database,
  { project, meeting }: Found,
  look: Look,
  columns: readonly Column[],
  format: string,
  by: Organiser,
  now: Temporal.Instant,
): Promise<Listed[]> {
  const rows = await rowsOf(db, meeting, await foundIds(db, meeting, look), columns)
  const facts = { people: String(rows.length), format, columns: columns.map(({ name }) => name).join(' ') }
  await db.transact((tx) => record(tx, 'registrations.exported', by, { project, meeting }, now, facts), {
    touches: 'nothing',
  })
  return rows
}
