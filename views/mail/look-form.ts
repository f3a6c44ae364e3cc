import { type Html, html } from '../html.ts'
import { plain } from '../parts/texts.ts'
import { paths } from '../paths.ts'
import type { Say } from '../say.ts'
import type { LettersView } from './letters.ts'
import { lookFields } from './look-query.ts'
import { kindName } from './names.ts'

/** Narrows the outbox to a meeting, a kind of letter, somebody. */
export function lookForm(say: Say, { project, look, meetings, kinds }: LettersView): Html {
  const about = meetings.map(({ slug, title }) => option(slug, plain(say, title, project.locales), look.meeting))
  const named = kinds
    .map((kind) => ({ kind, name: kindName(say, { kind }) }))
    .toSorted((one, other) => one.name.localeCompare(other.name, say.locale))
  const every = named.map(({ kind, name }) => option(kind, name, look.kind))
  return html`<form class="row look" method="get" action="${paths.letters(project)}">
${lookFields(look, ['meeting', 'kind', 'to'])}
<label>${say('history.meeting')} <select name="meeting"><option value="">${say('history.any-meeting')}</option>${about}</select></label>
<label>${say('mail.kind')} <select name="kind"><option value="">${say('mail.any-kind')}</option>${every}</select></label>
<label>${say('mail.search')} <input type="search" name="to" value="${look.to}" maxlength="200" autocomplete="off"></label>
<button class="button quiet">${say('history.filter')}</button>
</form>`
}

function option(value: string, label: string, chosen: string | null): Html {
  return html`<option value="${value}"${value === chosen ? html` selected` : null}>${label}</option>`
}
