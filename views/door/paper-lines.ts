import { type Content, type Html, html } from '../html.ts'
import { choiceField, type FormState, textField } from '../parts/fields.ts'
import { groupOptions } from '../registrations/group-options.ts'
import type { Say } from '../say.ts'
import { lineNumbers } from './blank-lines.ts'
import type { PaperView } from './paper.ts'

/** The blank lines below the list, to be filled in as they are on paper; those left empty are nobody. */
export function paperLines(say: Say, view: PaperView, form: FormState): Html {
  return html`<ol class="paper-lines">${lineNumbers().map((number) => oneLine(say, view, number, form))}</ol>`
}

export function paperLabels(say: Say): ReadonlyMap<string, Content> {
  return new Map(
    lineNumbers().flatMap((number) =>
      (['name', 'group', 'birthYear'] as const).map((field) => [
        `lines.${number}.${field}`,
        say('door.paper-line', { number: number + 1 }),
      ]),
    ),
  )
}

function oneLine(say: Say, { project, meeting, groups }: PaperView, number: number, form: FormState): Html {
  const at = (field: string) => `lines.${number}.${field}`
  const options = groupOptions(say, project, groups)
  const year = {
    name: at('birthYear'),
    label: say('desk.birth-year'),
    numeric: true,
    autocomplete: 'off',
    max: 4,
  } as const
  return html`<li class="paper-line"><input type="hidden" name="${at('once')}" value="${form.typed[at('once')] ?? ''}">
${textField(say, form, { name: at('name'), label: `${number + 1}. ${say('desk.name')}`, max: 100, autocomplete: 'off' })}
${choiceField(say, form, { name: at('group'), label: say('desk.group'), options, empty: say('desk.choose') })}
${meeting.asksAge ? textField(say, form, year) : null}</li>`
}
