import type { Project } from '../../db/schema.ts'
import type { Numbers } from '../../server/numbers/numbers.ts'
import { plain } from '../parts/texts.ts'
import type { Say } from '../say.ts'
import { called } from './called.ts'

const measures = ['registered', 'came', 'walkIns'] as const

type Cell = string | number

/** One row for each meeting, group and age band; what is kept back is a dash. */
export function numbersSheet(say: Say, project: Project, numbers: Numbers): { heads: string[]; rows: Cell[][] } {
  const { meetings, tables } = numbers
  const names = called(say, project, numbers.groups)
  const rows = meetings.flatMap((meeting, at): Cell[][] => {
    const title = `${meeting.number}. ${plain(say, meeting.title, project.locales)}`
    const whole = [title, '', '', ...measures.map((measure) => tables[measure].meetings[at] ?? '–')]
    return [whole, ...lines('byGroup', names.group), ...lines('byBand', names.band)]

    function lines(by: 'byGroup' | 'byBand', name: (column: string | null) => string): Cell[][] {
      const columns = [...new Set(measures.flatMap((measure) => tables[measure][by].columns))]
      return columns.map((column) => [
        ...[title, say(`numbers.${by}-one`), name(column)],
        ...measures.map((measure) => numberOf(tables[measure][by], at, column)),
      ])
    }
  })
  const heads = [say('numbers.meeting'), say('numbers.what'), say('numbers.which')]
  return { heads: [...heads, ...measures.map((measure) => say(`numbers.of.${measure}`))], rows }
}

/** A column that a table does not have is empty everywhere. */
function numberOf({ columns, rows }: Numbers['tables']['came']['byGroup'], at: number, column: string | null): Cell {
  const place = columns.indexOf(column)
  return place < 0 ? 0 : (rows[at]?.[place] ?? '–')
}
