import type { Cell } from 'write-excel-file/node'
import { loadExcelWriter } from '../../libraries.ts'

/** `format`: as spreadsheets show it. */
export type Moment = { at: Date; format: string }
export type Workbook = { heads: string[]; rows: (string | number | null | Moment)[][] }

/** Every text is a string cell, which no spreadsheet calculates. */
export async function workbook({ heads, rows }: Workbook): Promise<Buffer> {
  const top = heads.map((head) => ({ ...text(head), fontWeight: 'bold' as const }))
  const columns = heads.map((head) => ({ width: Math.min(40, Math.max(12, head.length + 2)) }))
  return await loadExcelWriter()
    .default([top, ...rows.map((row) => row.map(cellOf))], { columns, stickyRowsCount: 1 })
    .toBuffer()
}

function cellOf(value: Workbook['rows'][number][number]): Cell {
  if (value === null || value === '') return null
  if (typeof value === 'string') return text(value)
  if (typeof value === 'number') return { value, type: Number }
  return { value: value.at, type: Date, format: value.format }
}

/** The library looks strings up in a plain object, where "constructor" is there already: a joiner, unseen, makes it new. */
function text(value: string) {
  return { value: value in {} ? `${value}\u2060` : value, type: String }
}
