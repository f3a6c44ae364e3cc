import { locales } from '../../db/languages.ts'
import type { Call } from '../../db/schema.ts'
import type { StoryLook } from '../../server/stories/list.ts'
import { type Html, html } from '../html.ts'
import { paths } from '../paths.ts'
import type { Say } from '../say.ts'
import { languageNames } from '../when.ts'
import type { StoriesView } from './desk.ts'

/** Search, filter and sort: a plain GET form, which htmx sends while people type. */
export function storyLookForm(
  say: Say,
  { project, meeting, look, kinds, statuses, sorts }: StoriesView & { call: Call },
): Html {
  const action = paths.stories(project, meeting)
  const types = kinds.map(({ type }) => option(type, say(`agenda.type.${type}`), look.type))
  return html`<form class="row look" method="get" action="${action}" role="search" hx-get="${action}" hx-target="#stories" hx-swap="outerHTML" hx-replace-url="true" hx-trigger="input delay:200ms">
<label>${say('desk.search')} <input type="search" name="search" value="${look.search}"></label>
<label>${say('desk.status')} <select name="status"><option value="">${say('stories.all')}</option>${statuses.map((status) => option(status, say(`stories.${status}`), look.status))}</select></label>
<label>${say('stories.type')} <select name="type"><option value="">${say('stories.all')}</option>${types}</select></label>
<label>${say('stories.language')} <select name="language"><option value="">${say('stories.all')}</option>${locales.map((locale) => option(locale, languageNames[locale], look.language))}</select></label>
<label>${say('desk.sort')} <select name="sort">${sorts.map((sort) => option(sort, say(`stories.sort-${sort}`), look.sort))}</select></label>
<span class="tick"><label><input type="checkbox" name="unscored" value="yes"${look.unscored ? html` checked` : null}> ${say('stories.unscored')}</label></span>
<button class="button quiet">${say('desk.show')}</button>
</form>`
}

export function storyLookQuery(look: StoryLook, page: number): string {
  const { search, status, type, language, unscored, sort } = look
  const chosen = { search, status: status ?? '', type: type ?? '', language: language ?? '', sort }
  const query = new URLSearchParams(Object.entries(chosen).filter(([, value]) => value !== ''))
  if (unscored) query.set('unscored', 'yes')
  if (page > 1) query.set('page', String(page))
  return query.toString()
}

function option(value: string, label: string, chosen: string | null): Html {
  return html`<option value="${value}"${value === chosen ? html` selected` : null}>${label}</option>`
}
