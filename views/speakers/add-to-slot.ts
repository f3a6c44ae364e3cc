import { type Html, html } from '../html.ts'
import { choiceField, type FormState, onceField, problemSummary, textField } from '../parts/fields.ts'
import { plain } from '../parts/texts.ts'
import { paths } from '../paths.ts'
import type { Say } from '../say.ts'
import type { ListView } from './list.ts'

/** One more speaker for a slot: somebody the project knows, or somebody new. */
export function addToSlot(say: Say, view: ListView, form: FormState): Html {
  const { project, meeting, slots, known } = view
  const titles = slots.map(({ id, title }) => ({ value: id, label: plain(say, title, project.locales) }))
  const people = known.map(({ id, name, email, kind }) => ({
    value: id,
    label: [name || say('desk.forgotten'), kind === 'group' ? say('speakers.kind-group') : '', email ?? '']
      .filter(Boolean)
      .join(' · '),
  }))
  const kinds = (['person', 'group'] as const).map((value) => ({ value, label: say(`speakers.kind-${value}`) }))
  return html`<details class="card fold" id="add"${form.problems || form.typed.slot ? html` open` : null}><summary><h2>${say('speakers.add')}</h2></summary>
<form class="stack" method="post" action="${paths.speakers(project, meeting)}" novalidate>
${onceField(form)}${problemSummary(say, form)}
${choiceField(say, form, { name: 'slot', label: say('speakers.slot'), options: titles, required: true, empty: say('desk.choose') })}
${choiceField(say, form, { name: 'speaker', label: say('speakers.known'), options: people, empty: say('speakers.known-none') })}
${textField(say, form, { name: 'name', label: say('speakers.new-name'), max: 120, autocomplete: 'off' })}
${choiceField(say, form, { name: 'kind', label: say('speakers.kind'), options: kinds })}
${textField(say, form, { name: 'email', label: say('desk.email'), hint: say('speakers.email-hint'), type: 'email', max: 254, autocomplete: 'off' })}
<button class="button">${say('desk.add-send')}</button>
</form></details>`
}
