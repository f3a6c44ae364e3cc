import type { Locale } from '../../db/languages.ts'
import type { Project } from '../../db/schema.ts'
import { type Html, html } from '../html.ts'
import { type LetterKind, readers } from '../letters/catalogue.ts'
import { kindName } from '../mail/names.ts'
import { occasion } from '../mail/occasion.ts'
import { colourOf, type Page } from '../page.ts'
import { languageBadge } from '../parts/texts.ts'
import { workspace } from '../parts/workspace.ts'
import { paths } from '../paths.ts'
import type { Say } from '../say.ts'

/** `changedIn`: the languages in which a kind's words are the project's own. */
export type LetterKindsView = { project: Project; kinds: (LetterKind & { changedIn: Locale[] })[] }

/** Every letter there is, by whom it goes to. */
export function letterKindsPage(say: Say, view: LetterKindsView): Page {
  const { project } = view
  return {
    say,
    title: say('letter-texts.title'),
    colour: colourOf(project),
    workspace: workspace(say, { here: 'letters', project }),
    main: html`<p class="above"><a href="${paths.letters(project)}">${say('workspace.letters')}</a></p>
<h1>${say('letter-texts.title')}</h1>
<p class="lead">${say('letter-texts.about')}</p>
${readers.map((to) => section(say, view, to))}`,
  }
}

export function calendarBadge(say: Say, { calendar }: LetterKind): Html | null {
  return calendar ? html`<span class="badge">${say(`letter-texts.calendar.${calendar}`)}</span>` : null
}

export function changedBadge(say: Say, changedIn: readonly Locale[]): Html | null {
  if (changedIn.length === 0) return null
  return html`<span class="own-words">${say('letter-texts.changed')} ${changedIn.map((locale) => html`${languageBadge(locale)} `)}</span>`
}

function section(say: Say, { project, kinds }: LetterKindsView, to: LetterKind['to']): Html {
  return html`<section class="letter-kinds"><h2>${say(`letter-texts.to.${to}`)}</h2>
<ul>${kinds.filter((one) => one.to === to).map((one) => item(say, project, one))}</ul></section>`
}

function item(say: Say, project: Project, one: LetterKindsView['kinds'][number]): Html {
  return html`<li><a href="${paths.letterKind(project, one.kind)}">${kindName(say, one)}</a>
<p class="hint">${occasion(say, one)}</p>
${calendarBadge(say, one)}${changedBadge(say, one.changedIn)}</li>`
}
