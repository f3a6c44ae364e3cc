import { stringify } from 'csv-stringify/sync'
import type { Project } from '../../db/schema.ts'
import { plain } from '../../views/parts/texts.ts'
import type { Say } from '../../views/say.ts'
import { local } from '../../views/when.ts'
import type { Listed } from './list.ts'

/**
 * The list as CSV (RFC 4180), with a byte-order mark so that Excel reads it as UTF-8, and no cell that a spreadsheet
 * would take for a formula (ASVS 1.2.10).
 */
export function registrationsCsv(say: Say, project: Project, zone: string, rows: Listed[]): string {
  const header = [
    say('desk.arrival'),
    say('desk.name'),
    say('desk.email'),
    say('desk.group'),
    say('desk.status'),
    say('desk.language'),
    say('desk.since'),
  ]
  return stringify([header, ...rows.map((row) => cells(say, project, zone, row))], {
    bom: true,
    record_delimiter: 'windows',
    escape_formulas: true,
  })
}

function cells(say: Say, project: Project, zone: string, { registration, group }: Listed): string[] {
  return [
    String(registration.arrival),
    registration.name ?? '',
    registration.email ?? '',
    group ? plain(say, group.name, project.locales) : '',
    say(`desk.${registration.status}`),
    registration.locale,
    local(registration.createdAt, zone),
  ]
}
