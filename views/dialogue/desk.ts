import type { ItemDesk } from '../../server/dialogue/look.ts'
import { type Html, html } from '../html.ts'
import { colourOf, type Page } from '../page.ts'
import { type FormState, problemSummary } from '../parts/fields.ts'
import { workspace } from '../parts/workspace.ts'
import { paths } from '../paths.ts'
import type { Say } from '../say.ts'
import { itemLookForm } from './look.ts'
import { itemTable } from './table.ts'
import { dialogueTabs } from './tabs.ts'

export type DialogueView = ItemDesk & { reports: readonly unknown[] }

/** Everything asked, with who answers it and until when. */
export function dialoguePage(say: Say, view: DialogueView, form: FormState): Page {
  const { project, reports } = view
  const list = () => items(say, view, form)
  return {
    say,
    title: say('dialogue.title'),
    colour: colourOf(project),
    workspace: workspace(say, { here: 'dialogue', project }),
    fragments: { items: list },
    main: html`<h1>${say('dialogue.title')}</h1>
${dialogueTabs(say, project, 'items', reports.length)}
<p class="lead">${say('dialogue.lead')} ${project.publishedAt ? html`<a href="${paths.answered(project)}">${say('overview.public-page')}</a>` : null}</p>
${wallSwitch(say, view)}
${itemLookForm(say, view)}
${list()}`,
  }
}

function wallSwitch(say: Say, { project }: DialogueView): Html {
  const isOpen = project.wallOpenedAt !== null
  return html`<form class="row" method="post" action="${paths.dialogueWall(project, isOpen ? 'close' : 'open')}">
<span>${say(isOpen ? 'ideas.is-open' : 'ideas.is-closed')}${isOpen && project.publishedAt ? html` <a href="${paths.ideas(project)}">${say('ideas.title')}</a>` : null}</span>
<button class="button quiet">${say(isOpen ? 'ideas.close' : 'ideas.open')}</button></form>`
}

function items(say: Say, view: DialogueView, form: FormState): Html {
  const all = Object.values(view.counts).reduce((sum, one) => sum + one, 0)
  if (all === 0) return html`<div id="items" class="empty" role="status"><p>${say('dialogue.empty')}</p></div>`
  if (view.items.length === 0)
    return html`<div id="items" class="empty" role="status"><p>${say('dialogue.none-found')}</p></div>`
  return html`<div id="items" class="stack">${problemSummary(say, form)}${itemTable(say, view, form)}</div>`
}
