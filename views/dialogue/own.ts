import type { Project } from '../../db/schema.ts'
import type { Item } from '../../server/dialogue/item.ts'
import { type Html, html } from '../html.ts'
import { colourOf, type Page } from '../page.ts'
import { workspace } from '../parts/workspace.ts'
import { paths } from '../paths.ts'
import type { MessageKey, Say } from '../say.ts'
import { dueText, voiceFacts, voiceText, whereAsked } from './voice.ts'

export type OwnItems = { project: Project; items: Item[]; today: string }

/** What was given to whoever reads this, what is soonest due first. */
export function ownItemsPage(say: Say, { project, items, today }: OwnItems): Page {
  const due = ({ voice }: Item) => voice.dueOn ?? '9'
  const open = items.filter(({ voice }) => !voice.answeredAt).toSorted((a, b) => (due(a) < due(b) ? -1 : 1))
  const answered = items.filter(({ voice }) => voice.answeredAt)
  const list = (title: MessageKey, some: Item[]) => part(say, { project, items: some, today }, title)
  return {
    say,
    title: say('dialogue.mine'),
    colour: colourOf(project),
    workspace: workspace(say, { here: 'own-items', project }),
    main: html`<h1>${say('dialogue.mine')}</h1>
<p class="lead">${say('dialogue.mine-lead')}</p>
${items.length === 0 ? html`<div class="empty"><p>${say('dialogue.mine-empty')}</p></div>` : null}
${list('dialogue.mine-open', open)}
${list('dialogue.mine-answered', answered)}`,
  }
}

function part(say: Say, { project, items, today }: OwnItems, title: MessageKey): Html | null {
  if (items.length === 0) return null
  return html`<section class="stack"><h2>${say(title)} <span class="badge count">${items.length}</span></h2>
<ul class="voices" role="list">${items.map(
    (
      item,
    ) => html`<li class="card"><p><a href="${paths.item(project, item.voice)}">${voiceText(say, item.voice)}</a></p>
<p class="hint">${whereAsked(say, item, project.locales)} ${voiceFacts(say, item)}</p>
${item.voice.answeredAt ? null : html`<p>${dueText(say, item.voice.dueOn, today)}${Object.keys(item.voice.answer).length > 0 ? html` <span class="badge draft">${say('dialogue.draft')}</span>` : null}</p>`}</li>`,
  )}</ul></section>`
}
