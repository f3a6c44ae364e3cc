import type { ItemDesk } from '../../server/dialogue/look.ts'
import { type Html, html } from '../html.ts'
import { choiceField, type FormState, textField } from '../parts/fields.ts'
import { table } from '../parts/table.ts'
import { paths } from '../paths.ts'
import { still } from '../room/quoted.ts'
import type { Say } from '../say.ts'
import { date } from '../when.ts'
import { voiceFacts, voiceText, whereAsked } from './voice.ts'

const badges = {
  waiting: 'waiting',
  open: '',
  given: 'loud',
  late: 'failed',
  answered: 'published',
  hidden: 'archived',
} as const

/** The items, each with a box to tick, and one form for all that are ticked. */
export function itemTable(say: Say, desk: ItemDesk, form: FormState): Html {
  const named = (['item', 'where', 'state', 'answerer', 'due'] as const).map((head) => say(`dialogue.${head}`))
  const heads = [html`<span class="unseen">${say('stories.chosen')}</span>`, ...named]
  const rows = desk.items.map((item) => row(say, desk, item, form))
  return html`<form class="stack" method="post" action="${paths.dialogueItems(desk.project)}">
<p role="status">${say('dialogue.found', { found: desk.items.length })}</p>
${table(say('dialogue.items'), heads, rows)}
${giving(say, desk, form)}
</form>`
}

function row(say: Say, { project }: ItemDesk, item: ItemDesk['items'][number], form: FormState): Html {
  const { voice, answerer, state } = item
  const name = `voice.${voice.id}`
  return html`<tr>
<td class="tick"><label><input type="checkbox" name="${name}" value="yes"${form.typed[name] ? html` checked` : null}><span class="unseen">${still(voice.text, 80)}</span></label></td>
<th scope="row"><a href="${paths.item(project, voice)}">${voiceText(say, voice)}</a><br><span class="hint">${voiceFacts(say, item)}</span></th>
<td>${whereAsked(say, item, project.locales)}</td>
<td><span class="badge ${badges[state]}">${say(`dialogue.state.${state}`)}</span></td>
<td>${answerer ? answerer.name || answerer.email : '–'}</td>
<td class="when">${voice.answeredAt ? null : until(say, voice.dueOn)}</td>
</tr>`
}

/** Whether that is over, the state says. */
function until(say: Say, dueOn: string | null): Html {
  return dueOn
    ? html`<time datetime="${dueOn}">${date(dueOn, say.locale)}</time>`
    : html`<span class="hint">${say('dialogue.no-date')}</span>`
}

function giving(say: Say, { answerers }: ItemDesk, form: FormState): Html {
  const people = answerers.map(({ id, name, email }) => ({ value: id, label: name || email }))
  const options = [...people, { value: 'nobody', label: say('dialogue.nobody') }]
  return html`<fieldset class="bulk"><legend>${say('dialogue.with-chosen')}</legend>
<div class="row">${choiceField(say, form, { name: 'answerer', label: say('dialogue.answerer'), options, empty: say('dialogue.as-it-is') })}
${textField(say, form, { name: 'dueOn', label: say('dialogue.due'), type: 'date' })}</div>
<p class="row"><button class="button small" name="deed" value="give">${say('dialogue.give')}</button>
<button class="button quiet" name="deed" value="show">${say('dialogue.show')}</button>
<button class="button quiet" name="deed" value="hide">${say('dialogue.hide')}</button></p>
<p class="hint">${say('dialogue.give-hint')}</p></fieldset>`
}
