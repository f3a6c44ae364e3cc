import type { Problem } from '../../server/forms.ts'
import type { Fate, Planned } from '../../server/imports/plan.ts'
import { type Html, html } from '../html.ts'
import { table } from '../parts/table.ts'
import type { Say } from '../say.ts'

/** Every row with what would become of it, those first with which something is wrong. */
export function plannedTable(say: Say, planned: readonly Planned[], called: Called): Html {
  const heads = (['line', 'name', 'email', 'group', 'fate'] as const).map((column) => say(`import.row-${column}`))
  const ordered = planned.toSorted((a, b) => Number(isFine(a)) - Number(isFine(b)) || a.line - b.line)
  return table(
    say('import.rows'),
    heads,
    ordered.map((row) => plannedRow(say, row, called)),
  )
}

/** What the fates are called: the same row is registered, or invited. */
export type Called = (fate: Fate) => string

function isFine({ fate }: Planned): boolean {
  return fate === 'place' || fate === 'waits'
}

function plannedRow(say: Say, row: Planned, called: Called): Html {
  const { line, name, email, group, fate, problems } = row
  return html`<tr>
<td>${line}</td>
<th scope="row">${name}</th>
<td>${email}</td>
<td>${group}</td>
<td><span class="badge ${isFine(row) ? 'sent' : 'failed'}">${called(fate)}</span>${problems?.map((problem) => html`<br>${inColumn(say, problem)}`)}</td>
</tr>`
}

function inColumn(say: Say, { field, key, values }: Problem): Html {
  const column = field === 'email' || field === 'group' || field === 'language' ? field : 'name'
  return html`${say(`import.column-${column}`)}: ${say(key, values)}`
}
