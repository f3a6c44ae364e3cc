import type { Meeting, Project } from '../../db/schema.ts'
import { type Html, html } from '../html.ts'
import { type FormState, fieldId, inLanguages, textField, tickBox } from '../parts/fields.ts'
import type { Say } from '../say.ts'

/** Everything that is said about a meeting; `meeting` is null while there is none yet. */
export function meetingFields(say: Say, form: FormState, project: Project, meeting: Meeting | null): Html {
  return html`${words(say, form, project)}
${days(say, form)}
${place(say, form, project)}
${places(say, form)}
${letters(say, form)}
${address(say, form, meeting)}`
}

function words(say: Say, form: FormState, { locales }: Project): Html {
  return html`<section class="card stack"><h2>${say('meeting-form.words')}</h2>
${inLanguages(say, form, { name: 'title', label: say('meeting-form.title'), locales, required: true, max: 120 })}
${inLanguages(say, form, { name: 'summary', label: say('meeting-form.summary'), locales, max: 300, rows: 2 })}
${inLanguages(say, form, { name: 'description', label: say('meeting-form.description'), locales, max: 20_000, rows: 8 })}
<p class="hint">${say('meeting-form.markdown')}</p>
</section>`
}

/** The days there are and one blank row more; a row that is emptied goes. */
function days(say: Say, form: FormState): Html {
  const numbers = Object.keys(form.typed).flatMap((name) => /^day\.(\d{1,4})\./.exec(name)?.[1] ?? [])
  const next = Math.max(-1, ...numbers.map(Number)) + 1
  const rows = [...new Set([...numbers, String(next)])]
  return html`<section class="card stack" id="${fieldId('day')}"><h2>${say('meeting-form.when')}</h2>
<p class="hint">${say('meeting-form.days-hint')}</p>
${tickBox(form, { name: 'allDay', label: say('meeting-form.all-day'), hint: say('meeting-form.all-day-hint') })}
${rows.map((row, i) => dayRow(say, form, row, i + 1))}
${textField(say, form, { name: 'zone', label: say('meeting-form.zone'), hint: say('meeting-form.zone-hint'), required: true, max: 60, autocomplete: 'off' })}
</section>`
}

function dayRow(say: Say, form: FormState, row: string, number: number): Html {
  return html`<fieldset class="row day-row"><legend>${say('meeting-form.day', { number })}</legend>
${textField(say, form, { name: `day.${row}.date`, label: say('meeting-form.date'), type: 'date' })}
${textField(say, form, { name: `day.${row}.from`, label: say('meeting-form.from'), type: 'time' })}
${textField(say, form, { name: `day.${row}.to`, label: say('meeting-form.to'), type: 'time' })}
</fieldset>`
}

function place(say: Say, form: FormState, { locales }: Project): Html {
  return html`<section class="card stack"><h2>${say('meeting-form.where')}</h2>
${inLanguages(say, form, { name: 'placeName', label: say('meeting-form.place-name'), locales, max: 200 })}
${textField(say, form, { name: 'address', label: say('meeting-form.street'), max: 200, autocomplete: 'off' })}
${inLanguages(say, form, { name: 'accessNotes', label: say('meeting-form.access'), locales, max: 500, rows: 2 })}
${textField(say, form, { name: 'onlineUrl', label: say('meeting-form.online'), hint: say('meeting-form.online-hint'), type: 'url', max: 2000, autocomplete: 'off' })}
</section>`
}

function places(say: Say, form: FormState): Html {
  return html`<section class="card stack"><h2>${say('meeting-form.registration')}</h2>
${textField(say, form, { name: 'capacity', label: say('meeting-form.capacity'), type: 'number', required: true })}
${textField(say, form, { name: 'opensAt', label: say('meeting-form.opens'), hint: say('meeting-form.opens-hint'), type: 'datetime-local' })}
${textField(say, form, { name: 'closesAt', label: say('meeting-form.closes'), hint: say('meeting-form.closes-hint'), type: 'datetime-local' })}
${textField(say, form, { name: 'offerHours', label: say('meeting-form.offer-hours'), hint: say('meeting-form.offer-hint'), type: 'number', required: true })}
</section>`
}

function letters(say: Say, form: FormState): Html {
  return html`<section class="card stack"><h2>${say('meeting-form.quiet-title')}</h2>
${textField(say, form, { name: 'quietMinutes', label: say('meeting-form.quiet'), hint: say('meeting-form.quiet-hint'), type: 'number', required: true })}
</section>`
}

function address(say: Say, form: FormState, meeting: Meeting | null): Html | null {
  if (meeting && meeting.status !== 'draft') return null
  return html`<section class="card stack"><h2>${say('meeting-form.address')}</h2>
${textField(say, form, { name: 'slug', label: say('meeting-form.slug'), hint: say('meeting-form.slug-hint'), max: 80, autocomplete: 'off' })}
</section>`
}
