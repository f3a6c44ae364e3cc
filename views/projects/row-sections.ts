import type { Project } from '../../db/schema.ts'
import { type Content, type Html, html } from '../html.ts'
import { type FormState, fieldId, inLanguages, problemSummary, textField, tickBox } from '../parts/fields.ts'
import { paths } from '../paths.ts'
import type { Say } from '../say.ts'
import { fieldRow, rowNumbers } from './rows.ts'

type Section = 'phases' | 'partners' | 'links' | 'groups'
type Fields = (at: string, number: number) => Content

export function phasesSection(say: Say, project: Project, form: FormState): Html {
  return section(say, project, form, 'phases', (at) => [
    inLanguages(say, form, {
      name: `${at}.title`,
      label: say('settings.phase-title'),
      locales: project.locales,
      max: 200,
    }),
    inLanguages(say, form, {
      name: `${at}.text`,
      label: say('settings.phase-text'),
      locales: project.locales,
      rows: 3,
      max: 3000,
    }),
    html`<div class="row">${[
      textField(say, form, { name: `${at}.startsOn`, label: say('settings.starts'), type: 'date' }),
      textField(say, form, { name: `${at}.endsOn`, label: say('settings.ends'), type: 'date' }),
    ]}</div>`,
  ])
}

export function partnersSection(say: Say, project: Project, form: FormState): Html {
  return section(say, project, form, 'partners', (at, number) => [
    inLanguages(say, form, {
      name: `${at}.name`,
      label: say('settings.partner-name'),
      locales: project.locales,
      max: 200,
    }),
    addressField(say, form, at),
    html`<p class="field tick"><label><input type="radio" name="leading" id="${fieldId(`${at}.leading`)}" value="${number}"${
      form.typed.leading === String(number) ? html` checked` : null
    }> ${say('settings.partner-lead')}</label></p>`,
  ])
}

export function linksSection(say: Say, project: Project, form: FormState): Html {
  return section(say, project, form, 'links', (at) => [
    inLanguages(say, form, {
      name: `${at}.label`,
      label: say('settings.link-label'),
      locales: project.locales,
      max: 200,
    }),
    addressField(say, form, at),
  ])
}

export function groupsSection(say: Say, project: Project, form: FormState): Html {
  return section(say, project, form, 'groups', (at) => [
    html`<input type="hidden" name="${at}.id" value="${form.typed[`${at}.id`] ?? ''}">`,
    inLanguages(say, form, {
      name: `${at}.name`,
      label: say('settings.group-name'),
      locales: project.locales,
      max: 200,
    }),
    tickBox(form, { name: `${at}.adult`, label: say('settings.group-adult') }),
  ])
}

function section(say: Say, project: Project, form: FormState, name: Section, fields: Fields): Html {
  return html`<details class="card fold"${form.problems ? html` open` : null}><summary><h2>${say(`settings.${name}`)}</h2></summary>
<form class="stack" id="${name}" method="post" action="${paths.projectDo(project, name)}" novalidate>
${problemSummary(say, form)}
<p class="hint">${say(`settings.${name}-hint`)} ${say('settings.rows-hint')}</p>
${rowNumbers(form, name).map((number, index) =>
  fieldRow(
    say,
    form,
    `${name}.${number}`,
    say('settings.row', { number: index + 1 }),
    fields(`${name}.${number}`, number),
  ),
)}
<button class="button">${say('settings.save')}</button>
</form></details>`
}

function addressField(say: Say, form: FormState, at: string): Html {
  return textField(say, form, {
    name: `${at}.url`,
    label: say('settings.url'),
    type: 'url',
    autocomplete: 'off',
    max: 2000,
  })
}
