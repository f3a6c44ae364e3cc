import type { ItemDesk } from '../../server/dialogue/look.ts'
import { type Html, html } from '../html.ts'
import { plain } from '../parts/texts.ts'
import { paths } from '../paths.ts'
import type { Say } from '../say.ts'

/** A plain GET form, which htmx sends at every choice. */
export function itemLookForm(say: Say, { project, look, counts, meetings, answerers }: ItemDesk): Html {
  const action = paths.dialogue(project)
  const states = (Object.keys(counts) as (keyof typeof counts)[]).map((state) =>
    option(state, `${say(`dialogue.state.${state}`)} (${counts[state]})`, look.state ?? ''),
  )
  const places = meetings.map(({ slug, title }) => option(slug, plain(say, title, project.locales), look.meeting))
  const people = answerers.map(({ id, name, email }) => option(id, name || email, look.answerer))
  const all = html`<option value="">${say('stories.all')}</option>`
  return html`<form class="row look" method="get" action="${action}" role="search" hx-get="${action}" hx-target="#items" hx-swap="outerHTML" hx-replace-url="true" hx-trigger="input delay:200ms">
<label>${say('desk.status')} <select name="state">${all}${states}</select></label>
<label>${say('dialogue.where')} <select name="meeting">${all}${places}${option('wall', say('ideas.title'), look.meeting)}</select></label>
<label>${say('dialogue.answerer')} <select name="answerer">${all}${option('nobody', say('dialogue.nobody'), look.answerer)}${people}</select></label>
<button class="button quiet">${say('desk.show')}</button>
</form>`
}

function option(value: string, label: string, chosen: string): Html {
  return html`<option value="${value}"${value === chosen ? html` selected` : null}>${label}</option>`
}
