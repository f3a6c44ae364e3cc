import { type Cell, cellOf, headOf, type Place } from '../../../views/registrations/cells.ts'
import type { Say } from '../../../views/say.ts'
import type { Column } from './columns.ts'
import type { Listed } from './list.ts'

export type Sheet = { heads: string[]; rows: Cell[][] }

/** A list as rows of plain values, the same for every kind of spreadsheet; numbers stay numbers, moments moments. */
export function sheetOf(say: Say, place: Place, columns: readonly Column[], rows: readonly Listed[]): Sheet {
  return {
    heads: [say('desk.arrival'), say('desk.name'), ...columns.map((column) => headOf(say, place, column))].map(cleaned),
    rows: rows.map((row) => [
      row.registration.arrival,
      cleaned(nameOf(row)),
      ...columns.map((column) => cleaned(cellOf(say, place, column, row))),
    ]),
  }
}

/** A class is called by its own name beside that of whoever brings it. */
function nameOf({ registration: { name, className } }: Listed): string {
  return [name, className].filter(Boolean).join(', ')
}

/** No control characters, and no space in front that hides what a spreadsheet would calculate (ASVS 1.2.10). */
function cleaned<T extends Cell>(cell: T): T | string {
  return typeof cell === 'string' ? cell.replaceAll(/\p{Cc}+/gu, ' ').trim() : cell
}
