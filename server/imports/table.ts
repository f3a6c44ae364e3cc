import { loadCsvReader } from '../libraries.ts'

/** One row as it stands in the file, with the number of the line that it ends on. */
export type Line = { number: number; cells: string[] }
export type Table = { lines: Line[]; brokenAt: null } | { lines: null; brokenAt: number }

/** Reads CSV, whichever sign separates its cells; a quote that never ends breaks it off. */
export function readTable(file: string): Table {
  // What Excel may write above a list, to say which sign separates its cells.
  const text = file.replace(/^\ufeff?sep=.\r?\n/i, '')
  const { CsvError, parse } = loadCsvReader()
  try {
    const found = parse(text, {
      delimiter: separatorIn(text),
      ...{ bom: true, info: true, relax_column_count: true, relax_quotes: true, skip_empty_lines: true, trim: true },
      skip_records_with_empty_values: true,
    }) as unknown as { record: string[]; info: { lines: number } }[]
    return { lines: found.map(({ record, info }) => ({ number: info.lines, cells: record })), brokenAt: null }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    return { lines: null, brokenAt: Number(error.lines ?? 1) }
  }
}

/** Whatever stands most often in the first line, outside quotes. */
function separatorIn(text: string): string {
  const [first = ''] = text
    .replaceAll(/"[^"]*"/g, '')
    .trimStart()
    .split('\n')
  const count = (sign: string) => first.split(sign).length
  return [';', '\t', ','].toSorted((a, b) => count(b) - count(a))[0] ?? ','
}
