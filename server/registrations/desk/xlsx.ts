import type { Cell as XlsxCell } from 'write-excel-file/node'
import { loadExcelWriter } from '../../libraries.ts'
import type { Sheet } from './sheet.ts'

/** The list as a workbook (ECMA-376): every text is a string cell, which no spreadsheet calculates. */
export async function registrationsXlsx({ heads, rows }: Sheet, zone: string): Promise<Buffer> {
  const top = heads.map((head) => ({ ...text(head), fontWeight: 'bold' as const }))
  const below = rows.map((row) => row.map((cell) => xlsxCell(cell, zone)))
  const columns = heads.map((head) => ({ width: Math.min(40, Math.max(12, head.length + 2)) }))
  return await loadExcelWriter()
    .default([top, ...below], { columns, stickyRowsCount: 1 })
    .toBuffer()
}

function xlsxCell(cell: Sheet['rows'][number][number], zone: string): XlsxCell {
  if (cell === null || cell === '') return null
  if (typeof cell === 'string') return text(cell)
  if (typeof cell === 'number') return { value: cell, type: Number }
  if (cell instanceof Temporal.PlainDate)
    return { value: asUtc(cell.toPlainDateTime()), type: Date, format: 'yyyy-mm-dd' }
  const onTheWall = cell.toZonedDateTimeISO(zone).toPlainDateTime()
  return { value: asUtc(onTheWall), type: Date, format: 'yyyy-mm-dd hh:mm' }
}

/** The library looks strings up in a plain object, where "constructor" is there already: a joiner, unseen, makes it new. */
function text(value: string) {
  return { value: value in {} ? `${value}\u2060` : value, type: String }
}

/** Workbooks know no zones: a date in them is what the clock on the wall shows, and the library reads it as UTC. */
function asUtc(moment: Temporal.PlainDateTime): Date {
  return new Date(moment.toZonedDateTime('UTC').epochMilliseconds)
}
