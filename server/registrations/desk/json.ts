import { cellOf, headOf, type Place } from '../../../views/registrations/cells.ts'
import type { Say } from '../../../views/say.ts'
import type { Column } from './columns.ts'
import type { Listed } from './list.ts'

/** The list for programs: columns by name, with what they are called; moments in UTC, states by their name here. */
export function registrationsJson(
  say: Say,
  place: Place,
  columns: readonly Column[],
  rows: readonly Listed[],
  now: Temporal.Instant,
): string {
  const { project, meeting } = place
  return JSON.stringify({
    project: project.slug,
    meeting: meeting.slug,
    at: now,
    columns: columns.map((column) => ({ name: column.name, label: headOf(say, place, column) })),
    registrations: rows.map((row) => entry(say, place, columns, row)),
  })
}

function entry(say: Say, place: Place, columns: readonly Column[], row: Listed) {
  const { id, arrival, name, className } = row.registration
  const cells = columns.map((column) => [column.name, bare(column, row) ?? cellOf(say, place, column, row)])
  return { id, arrival, name, className, ...Object.fromEntries(cells) }
}

/** What we call it ourselves, where words for people would say it in one language. */
function bare({ name }: Column, { registration: { status, kind, ageBand, locale }, photos, came }: Listed): unknown {
  const said = Object.entries(photos ?? {}).map(([channel, standing]) => [`photo.${channel}`, standing])
  const own = { status, kind, age: ageBand, language: locale, came, ...Object.fromEntries(said) }
  return Object.hasOwn(own, name) ? own[name] : undefined
}
