import type { Call } from '../../db/schema.ts'
import type { StoryList, StoryRow } from '../../server/stories/list.ts'
import { type Html, html } from '../html.ts'
import { table } from '../parts/table.ts'
import { languageBadge } from '../parts/texts.ts'
import { paths } from '../paths.ts'
import type { Say } from '../say.ts'
import { stamp } from '../when.ts'
import type { StoriesView } from './desk.ts'
import { storyLookQuery } from './look.ts'

type Listed = StoriesView & { call: Call; list: StoryList }

/** The stories, each with a box to tick; what the buttons below would do is said before it is done. */
export function storyTable(say: Say, view: Listed): Html {
  const { list, project, call } = view
  if (list.found === 0) return html`<div id="stories" class="empty" role="status"><p>${say('stories.empty')}</p></div>`
  const named = (['story', 'type', 'score', 'mine', 'status', 'since'] as const).map((head) => say(`stories.${head}`))
  const heads = [html`<span class="unseen">${say('stories.chosen')}</span>`, ...named]
  const rows = list.rows.map((row) => tableRow(say, view, row))
  return html`<form id="stories" class="stack" method="post" action="${paths.storiesDecide(project, 'decision')}">
<input type="hidden" name="call" value="${call.id}">
<p role="status">${say('stories.found', { found: list.found })}</p>
${table(say('stories.list'), heads, rows)}
<p class="row"><button class="button small" name="decision" value="accepted">${say('stories.accept')}</button>
<button class="button quiet" name="decision" value="rejected">${say('stories.reject')}</button>
<span class="hint">${say('stories.decide-hint')}</span></p>
${list.pages > 1 ? pages(say, view) : null}
</form>`
}

function tableRow(say: Say, { project, zone }: Listed, { story, names, average, reviews, mine }: StoryRow): Html {
  const isOpen = story.status === 'handed-in'
  return html`<tr>
<td class="tick">${isOpen ? html`<label><input type="checkbox" name="story.${story.id}" value="yes"><span class="unseen">${story.title}</span></label>` : null}</td>
<th scope="row"><a href="${paths.storyRead(project, story)}" lang="${story.language}">${story.title}</a><br><span class="hint">${names}</span></th>
<td>${say(`agenda.type.${story.type}`)} ${languageBadge(story.language)}</td>
<td data-label="${say('stories.score')}">${average === null ? '–' : say('stories.average', { average, reviews })}</td>
<td data-label="${say('stories.mine')}">${mine ?? '–'}</td>
<td><span class="badge ${story.status}">${say(`stories.${story.status}`)}</span></td>
<td class="when">${story.handedInAt ? stamp(story.handedInAt, zone, say.locale) : null}</td>
</tr>`
}

function pages(say: Say, { project, meeting, look, list }: Listed): Html {
  const link = (page: number, label: string) =>
    html`<a class="button quiet" href="${paths.stories(project, meeting)}?${storyLookQuery(look, page)}">${label}</a>`
  return html`<nav class="row" aria-label="${say('desk.pages')}">
${look.page > 1 ? link(look.page - 1, say('desk.previous')) : null}
<span>${say('desk.page', { page: look.page, pages: list.pages })}</span>
${look.page < list.pages ? link(look.page + 1, say('desk.next')) : null}
</nav>`
}
