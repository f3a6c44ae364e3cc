import { local } from '../../../views/when.ts'
import { loadCsvWriter } from '../../libraries.ts'
import type { Sheet } from './sheet.ts'

/**
 * The list as CSV (RFC 4180), with a byte-order mark so that Excel reads it as UTF-8, and no cell that a spreadsheet
 * would take for a formula (ASVS 1.2.10).
 */
export function registrationsCsv({ heads, rows }: Sheet, zone: string): string {
  return loadCsvWriter().stringify([heads, ...rows], {
    bom: true,
    record_delimiter: 'windows',
    escape_formulas: true,
    cast: { object: (moment) => (moment instanceof Temporal.Instant ? local(moment, zone) : String(moment)) },
  })
}
