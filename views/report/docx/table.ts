import type { Paragraph, Table } from 'docx'
import type { Say } from '../../say.ts'
import type { Block, Cell } from '../blocks.ts'
import { loadDocx } from './load.ts'

/** Twips between the margins of A4. */
const wide = 9400

/** Its label above it, its heads repeated on each page, no row cut in two. */
export function tableDocx(say: Say, { label, heads, rows }: Extract<Block, { is: 'table' }>): (Paragraph | Table)[] {
  const { HeadingLevel, Paragraph, Table, TableCell, TableRow, TextRun, WidthType } = loadDocx()
  const columnWidths = widthsOf(rows.map(({ cells }) => cells))
  const cell = (text: string, at: number, bold: boolean) =>
    new TableCell({
      width: { size: columnWidths[at] ?? 0, type: WidthType.DXA },
      children: [new Paragraph({ spacing: { after: 40 }, children: [new TextRun({ text, bold, size: 19 })] })],
    })
  const head = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: heads.map((text, at) => cell(text, at, true)),
  })
  const body = rows.map(({ cells, isSum }) => {
    const children = cells.map((one, at) => cell(cellText(say, one), at, at === 0 || isSum === true))
    return new TableRow({ cantSplit: true, children })
  })
  return [
    new Paragraph({ text: label, heading: HeadingLevel.HEADING_2 }),
    new Table({
      width: { size: wide, type: WidthType.DXA },
      columnWidths,
      margins: { top: 40, bottom: 40, left: 90, right: 90 },
      rows: [head, ...body],
    }),
    new Paragraph({ text: '', spacing: { after: 60 } }),
  ]
}

function cellText(say: Say, cell: Cell): string {
  if (cell === null) return '–'
  return typeof cell === 'number' ? say('numbers.number', { number: cell }) : cell
}

/** Numbers need little room; what is left is for the words. */
function widthsOf(rows: readonly Cell[][]): number[] {
  const shape = rows[0] ?? []
  const isNarrow = shape.map((_, at) => at > 0 && rows.every((row) => narrow(row[at] ?? null)))
  const [few, many] = [isNarrow.filter(Boolean).length, isNarrow.filter((one) => !one).length]
  const small = few === 0 ? 0 : Math.min(1300, Math.floor((wide * 0.6) / few))
  const large = Math.floor((wide - small * few) / Math.max(1, many))
  return isNarrow.map((one) => (one ? small : large))
}

function narrow(cell: Cell): boolean {
  return typeof cell !== 'string' || cell.length < 12
}
