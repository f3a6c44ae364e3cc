import type { Group, Project } from '../../db/schema.ts'
import type { ColumnName } from '../../server/imports/columns.ts'
import type { PeopleList } from '../../server/imports/list-form.ts'
import { type Html, html } from '../html.ts'
import { choiceField, type FormState, textArea } from '../parts/fields.ts'
import { fileField } from '../parts/file-field.ts'
import { groupOptions } from '../registrations/group-options.ts'
import type { Say } from '../say.ts'

const names = ['name', 'surname', 'email', 'group', 'language'] as const satisfies readonly ColumnName[]

type Shown = { project: Project; groups: Group[]; list: PeopleList | null; most: number }

/** The list itself: a file or pasted text, and as whom those come of whom it does not say it. */
export function listFields(say: Say, { project, groups, most }: Shown, form: FormState): Html {
  return html`${listFile(say, form, most)}
${textArea(say, form, { name: 'text', label: say('import.text'), hint: say('import.text-hint'), rows: 6 })}
${choiceField(say, form, { name: 'group', label: say('import.group'), hint: say('import.group-hint'), empty: say('import.group-none'), options: groupOptions(say, project, groups) })}`
}

function listFile(say: Say, form: FormState, most: number): Html {
  const texts = { label: say('import.file'), hint: say('import.file-hint', { most }) }
  return fileField(say, form, { name: 'file', ...texts, accept: '.csv,.txt,.tsv,text/csv,text/plain' })
}

/** Where each thing stands in the list, as it was understood: to be put right by hand. */
export function columnFields(say: Say, list: PeopleList, form: FormState): Html {
  const options = list.heads.map((head, i) => ({
    value: String(i),
    label: head ? `${i + 1}: ${head.slice(0, 40)}` : String(i + 1),
  }))
  const heads = (['yes', 'no'] as const).map((value) => ({ value, label: say(`import.head-${value}`) }))
  return html`<fieldset><legend>${say('import.columns')}</legend>
<p class="hint">${say('import.columns-hint')}</p>
${choiceField(say, form, { name: 'head', label: say('import.head'), options: heads })}
${names.map((name) => choiceField(say, form, { name: `columns.${name}`, label: say(`import.column-${name}`), empty: say('import.column-none'), options }))}
<p><button class="button quiet" name="step" value="look">${say('import.look-again')}</button></p>
</fieldset>`
}
