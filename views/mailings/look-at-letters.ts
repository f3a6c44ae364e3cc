import { type Html, html } from '../html.ts'
import { answerSaid } from '../mail/fault.ts'
import { paths } from '../paths.ts'
import type { Say } from '../say.ts'
import { languageNames } from '../when.ts'
import type { DraftView } from './draft.ts'

/** Step by step through the letters, each as its reader would get it, but for their own links. */
export function lookAtLetters(say: Say, view: DraftView): Html {
  const { project, meeting, mailing, search, shown } = view
  return html`<section class="card stack" id="letters"><h2>${say('mailing.preview')}</h2>
<form class="row look" method="get" action="${paths.mailing(project, meeting, mailing)}" role="search">
<label>${say('mailing.search')} <input type="search" name="search" value="${search}"></label><button class="button quiet">${say('desk.show')}</button></form>
${shown ? letter(say, view, shown) : html`<p>${say(search ? 'desk.none-found' : 'bulk.nobody')}</p>`}</section>`
}

function letter(
  say: Say,
  view: DraftView,
  { person, written, fault, nth, people }: NonNullable<DraftView['shown']>,
): Html {
  const { project, meeting, mailing } = view
  const to = (step: number) => people[nth + step]?.id
  const frame = `${paths.mailingDo(project, meeting, mailing, 'html')}?person=${person.id}`
  return html`<nav class="row" aria-label="${say('mailing.preview')}">
${stepLink(view, people[0]?.id, say('mailing.first'), nth === 0)}${stepLink(view, to(-1), say('desk.previous'), nth === 0)}
<span>${say('mailing.nth', { nth: nth + 1, people: people.length })}</span>${stepLink(view, to(1), say('desk.next'), nth === people.length - 1)}</nav>
<dl class="letter-facts"><div><dt>${say('mailing.to')}</dt><dd>${person.name ?? say('desk.forgotten')} &lt;${person.email}&gt;</dd></div>
<div><dt>${say('desk.language')}</dt><dd>${languageNames[person.locale]}</dd></div>
${written ? html`<div><dt>${say('bulk.subject')}</dt><dd>${written.subject}</dd></div>` : null}</dl>
${
  written
    ? html`<p class="hint">${say('mail.links-cut')}</p>
<pre class="letter" lang="${person.locale}">${written.text}</pre>
<iframe class="letter-frame" src="${frame}" title="${say('mail.html')}" sandbox loading="lazy"></iframe>`
    : html`<p class="notice">${answerSaid(say, fault)}</p>`
}`
}

function stepLink(view: DraftView, person: string | undefined, label: string, isThere: boolean): Html | null {
  if (!person || isThere) return null
  const { project, meeting, mailing, search } = view
  const query = new URLSearchParams(search ? { person, search } : { person })
  return html`<a class="button quiet" href="${paths.mailing(project, meeting, mailing)}?${query.toString()}#letters">${label}</a>`
}
