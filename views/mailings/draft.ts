import type { Group, Mailing, Meeting, Organiser, Project, Registration } from '../../db/schema.ts'
import type { Written } from '../../server/mail/written.ts'
import type { Reading } from '../../server/mailings/readings.ts'
import type { Recipients } from '../../server/mailings/recipients.ts'
import { type Html, html } from '../html.ts'
import { colourOf, type Page } from '../page.ts'
import { words } from '../parts/texts.ts'
import { workspace } from '../parts/workspace.ts'
import { paths } from '../paths.ts'
import type { Say } from '../say.ts'
import { languageNames } from '../when.ts'
import { audienceText } from './audience-text.ts'
import { mailingBadge } from './list.ts'
import { lookAtLetters } from './look-at-letters.ts'
import { reach } from './reach.ts'

/** A letter, or what is wrong with the words it is made of. */
type Shown = { person: Registration; nth: number; people: readonly Registration[] } & (
  | { written: Written; fault: null }
  | { written: null; fault: string }
)

export type DraftView = {
  project: Project
  meeting: Meeting
  groups: Group[]
  mailing: Mailing
  recipients: Recipients
  readings: Reading[]
  by: Organiser
  once: string
  /** Whom the letter shown is to, among those sought. */
  shown: Shown | null
  search: string
  /** How many were promised, where the audience has changed since. */
  promised: number | null
  hasServer: boolean
  /** Whether a test has just been asked for. */
  tested: boolean
}

/** A draft before it goes: to whom, in which language, and each letter as its reader gets it. */
export function draftPage(say: Say, view: DraftView): Page {
  const { project, meeting, mailing } = view
  return {
    say,
    title: say('mailing.title'),
    colour: colourOf(project),
    workspace: workspace(say, { here: 'mailings', project, meeting }),
    main: html`<p class="above"><a href="${paths.mailings(project, meeting)}">${say('mailings.title')}</a></p>
<h1>${words(say, mailing.subject, project.locales)} ${mailingBadge(say, 'draft')}</h1>
${view.promised === null ? null : html`<p class="notice" role="alert">${say('mailing.changed', { promised: view.promised, people: view.recipients.people.length })}</p>`}
${view.tested ? html`<p class="notice" role="status">${say('mailing.tested', { email: view.by.email })}</p>` : null}
${whom(say, view)}
${lookAtLetters(say, view)}
${sending(say, view)}`,
  }
}

function whom(say: Say, view: DraftView): Html {
  const { project, meeting, mailing } = view
  return html`<section class="card stack"><h2>${say('mailing.to')}</h2>
<p>${audienceText(say, project, view.groups, mailing.audience)} <span class="hint">${say(`mailing.kind-${mailing.kind}`)}</span></p>
${reach(say, view.recipients)}
<ul>${view.readings.map((reading) => html`<li>${readingText(say, reading)}</li>`)}</ul>
<div class="row"><a class="button quiet" href="${paths.mailingDo(project, meeting, mailing, 'edit')}">${say('mailing.edit')}</a>
<details class="confirm"><summary>${say('mailing.delete')}</summary>
<form method="post" action="${paths.mailingDo(project, meeting, mailing, 'delete')}"><p>${say('mailing.delete-sure')}</p><button class="button danger">${say('mailing.delete-send')}</button></form></details></div></section>`
}

function readingText(say: Say, { wanted, read, people }: Reading): string {
  const languages = { wanted: languageNames[wanted], read: languageNames[read], people }
  return say(wanted === read ? 'mailing.reads' : 'mailing.reads-other', languages)
}

function sending(say: Say, view: DraftView): Html {
  const { project, meeting, mailing, recipients, by, shown } = view
  const people = recipients.people.length
  const language = shown?.person.locale ?? project.locales[0] ?? say.locale
  return html`<section class="card stack"><h2>${say('mailing.send-title')}</h2>
<form method="post" action="${paths.mailingDo(project, meeting, mailing, 'test')}"><input type="hidden" name="once" value="${view.once}"><input type="hidden" name="language" value="${language}">
<p>${say('mailing.test-hint', { email: by.email, language: languageNames[language] })}</p><button class="button quiet">${say('mailing.test')}</button></form>
${view.hasServer ? null : html`<p class="notice">${say('mail.no-server')}</p>`}
<p>${say('mailing.before')}</p>
${
  people === 0
    ? html`<p><strong>${say('bulk.nobody')}</strong></p>`
    : html`<form method="post" action="${paths.mailingDo(project, meeting, mailing, 'send')}"><input type="hidden" name="people" value="${people}"><button class="button">${say('mailing.send', { people })}</button></form>`
}</section>`
}
