import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import type { Sheet } from './sheet.ts'
import type { Moment, Workbook } from './workbook.ts'

/**
 * The list as a workbook (ECMA-376), put together in a thread of its own: twenty thousand rows take the library two seconds
 * at a stretch, in which nobody else would be answered.
 */
export async function registrationsXlsx({ heads, rows }: Sheet, zone: string): Promise<Buffer> {
  const workerData: Workbook = { heads, rows: rows.map((row) => row.map((cell) => plain(cell, zone))) }
  const thread = new Worker(new URL('workbook-thread.ts', import.meta.url), { workerData })
  const [file] = await once(thread, 'message')
  return Buffer.from(file)
}

/** As threads hand it to each other. */
function plain(cell: Sheet['rows'][number][number], zone: string): Workbook['rows'][number][number] {
  if (cell === null || typeof cell === 'string' || typeof cell === 'number') return cell
  if (cell instanceof Temporal.PlainDate) return onTheWall(cell.toPlainDateTime(), 'yyyy-mm-dd')
  return onTheWall(cell.toZonedDateTimeISO(zone).toPlainDateTime(), 'yyyy-mm-dd hh:mm')
}

/** Workbooks know no zones: a date in them is what the clock on the wall shows, and the library reads it as UTC. */
function onTheWall(moment: Temporal.PlainDateTime, format: string): Moment {
  return { at: new Date(moment.toZonedDateTime('UTC').epochMilliseconds), format }
}
