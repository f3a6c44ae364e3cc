import type { Localised } from '../../db/languages.ts'
import type { Photo } from '../../db/schema.ts'

/** A number, a word, or a number that is kept back. */
export type Cell = string | number | null

/** `share`: the part of a whole that is drawn beside the numbers. */
export type Row = { cells: Cell[]; share?: [part: number | null, whole: number]; isSum?: boolean }

export type Line = { text: string; detail?: string; href?: string }

export type Quote = { text: string; by: string }

/** What a report consists of, for all that write it out: the page and the file say the same. */
export type Block =
  | { is: 'prose'; text: Localised }
  | { is: 'heading'; text: string }
  | { is: 'note'; text: string }
  | { is: 'facts'; facts: [term: string, fact: string][] }
  | { is: 'lines'; lines: Line[] }
  | { is: 'table'; label: string; heads: string[]; rows: Row[] }
  | { is: 'quotes'; quotes: Quote[] }
  | { is: 'photos'; photos: Photo[] }

export type Part = { key: string; title: string; blocks: Block[] }
