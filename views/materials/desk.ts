import type { Material } from '../../db/schema.ts'
import type { MaterialsDesk } from '../../server/materials/desk.ts'
import { type Html, html } from '../html.ts'
import { colourOf, type Page } from '../page.ts'
import { type FormState, problemSummary, textField } from '../parts/fields.ts'
import { fileField } from '../parts/file-field.ts'
import { plain, words } from '../parts/texts.ts'
import { type Place, workspace } from '../parts/workspace.ts'
import { paths } from '../paths.ts'
import type { Say } from '../say.ts'
import { materialFields } from './fields.ts'
import { materialLine } from './list.ts'

const accepted = [
  ...['.pdf', '.pptx', '.odp', '.docx', '.odt', '.xlsx', '.ods', '.png', '.jpg', '.jpeg', '.webp'],
  ...['application/pdf', 'image/png', 'image/jpeg', 'image/webp'],
].join(',')

const blank: FormState = { typed: {}, problems: null }

/** What is there, with its switches, and the form that adds to it. */
export function materialsDeskPage(say: Say, desk: MaterialsDesk, form: FormState = blank): Page {
  const { project, materials } = desk
  return {
    say,
    title: say('materials.title'),
    colour: colourOf(project),
    workspace: workspace(say, placeIn(desk)),
    main: html`<h1>${say('materials.title')}</h1>
<p class="lead">${say(desk.meeting ? 'materials.lead' : 'materials.lead-project')}</p>
<p><a href="${paths.produced(project)}">${say('materials.see')}</a></p>
${meetings(say, desk)}
${problemSummary(say, form)}
<section class="stack"><div class="materials-head"><h2>${say('materials.there')} <span class="badge count">${materials.length}</span></h2>${publishingAll(say, desk)}</div>
${materials.length === 0 ? html`<div class="empty"><p>${say('materials.empty')}</p></div>` : html`<ol class="materials-desk" role="list">${materials.map((one, at) => row(say, desk, one, at))}</ol>`}
</section>
${adding(say, desk, form)}`,
  }
}

/** Where the menu stands. */
export function placeIn({ project, meeting }: MaterialsDesk): Place {
  return meeting ? { here: 'materials', project, meeting } : { here: 'materials', project }
}

function meetings(say: Say, { project, meetings }: MaterialsDesk): Html | null {
  if (meetings.length === 0) return null
  return html`<nav aria-label="${say('materials.of-meetings')}"><p class="above">${say('materials.of-meetings')}</p>
<ul class="row" role="list">${meetings.map((meeting) => html`<li><a href="${paths.materialsDesk({ project, meeting })}">${words(say, meeting.title, project.locales)}</a></li>`)}</ul></nav>`
}

function publishingAll(say: Say, desk: MaterialsDesk): Html | null {
  const waiting = desk.materials.filter(({ publishedAt, kind }) => !publishedAt && kind !== 'evidence')
  if (waiting.length === 0) return null
  return html`<form method="post" action="${paths.materialsPublish(desk)}"><button class="button small">${say('materials.publish-all')}</button></form>`
}

function row(say: Say, desk: MaterialsDesk, material: Material, at: number): Html {
  const { locales } = desk.project
  const slot = desk.slots.find(({ id }) => id === material.slotId)
  return html`<li class="card stack" id="material-${material.id}">
${materialLine(say, locales, material)}
<p>${state(say, desk, material)}${slot ? html` <span class="hint">${words(say, slot.title, locales)}</span>` : null}</p>
<div class="row">${switches(say, desk, material, at)}</div>
</li>`
}

function state(say: Say, { hidden, slots }: MaterialsDesk, { kind, publishedAt, slotId }: Material): Html {
  if (kind === 'evidence') return html`<span class="badge">${say('materials.never-public')}</span>`
  if (!publishedAt) return html`<span class="badge waiting">${say('materials.not-public')}</span>`
  const isHidden = slotId !== null && (hidden.has(slotId) || !slots.some(({ id }) => id === slotId))
  return html`<span class="badge published">${say('materials.is-public')}</span>${isHidden ? html` <span class="hint">${say('materials.hidden')}</span>` : null}`
}

function switches(say: Say, desk: MaterialsDesk, material: Material, at: number): Html {
  const name = plain(say, material.title, desk.project.locales)
  const { publishedAt, kind } = material
  const button = (deed: 'publish' | 'unpublish' | 'up' | 'down' | 'remove', label: string, look: string) =>
    html`<form method="post" action="${paths.materialDo(desk, material, deed)}"><button class="${look}" aria-label="${say('slides.of', { deed: label, title: name })}">${label}</button></form>`
  const publish = publishedAt
    ? button('unpublish', say('slides.unpublish'), 'button quiet')
    : button('publish', say('slides.publish'), 'button small')
  return html`${kind === 'evidence' ? null : publish}
<a class="button quiet" href="${paths.materialEdit(desk, material)}" aria-label="${say('slides.of', { deed: say('materials.edit'), title: name })}">${say('materials.edit')}</a>
${at > 0 ? button('up', say('materials.up'), 'link') : null}
${at < desk.materials.length - 1 ? button('down', say('materials.down'), 'link') : null}
${button('remove', say('slides.remove'), 'link danger')}`
}

function adding(say: Say, desk: MaterialsDesk, form: FormState): Html {
  const hint = say('materials.file-hint', { most: desk.megabytes })
  return html`<section class="card stack" id="add"><h2>${say('materials.add')}</h2>
<form class="stack" method="post" action="${paths.materialsDesk(desk)}" enctype="multipart/form-data" novalidate>
${fileField(say, form, { name: 'file', label: say('slides.file'), hint, accept: accepted })}
${textField(say, form, { name: 'url', label: say('materials.url'), hint: say('materials.url-hint'), type: 'url', autocomplete: 'off' })}
${materialFields(say, desk, form)}
<button class="button">${say('materials.add-button')}</button>
</form></section>`
}
