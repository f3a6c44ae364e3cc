import type { Letter, Project } from '../../db/schema.ts'
import type { MailOptions } from '../../server/mail/compose.ts'
import type { Step } from '../../server/mail/outbox/log.ts'
import type { ReturnedFrom } from '../../server/mail/outbox/returned-from.ts'
import type { Wait } from '../../server/mail/outbox/waits.ts'
import { type Html, html } from '../html.ts'
import { colourOf, type Page } from '../page.ts'
import { workspace } from '../parts/workspace.ts'
import { paths } from '../paths.ts'
import type { Say } from '../say.ts'
import { answerSaid, isWordsFault } from './fault.ts'
import { letterDeeds } from './letter-deeds.ts'
import { kindName, moment, stateBadge } from './names.ts'
import { occasion } from './occasion.ts'
import { steps } from './steps.ts'
import { waitText } from './waits.ts'

export type LetterView = {
  project: Project
  letter: Letter
  /** As it would go out now; null when there is nothing true left to say. */
  mail: MailOptions | null
  /** The error that its words have now; see `LetterFault`. */
  fault: string | null
  /** Why it waits; null once it does not. */
  wait: Wait | null
  steps: Step[]
  canBeTakenBack: boolean
  canBeRetried: boolean
  returned: ReturnedFrom | null
  /** What it is about has changed since somebody put it in their own words. */
  isChanged: boolean
  /** Whether there is a mail server; then its secret links are left out. */
  hasServer: boolean
}

export function letterPage(say: Say, view: LetterView): Page {
  const { project, letter, mail, wait } = view
  return {
    say,
    title: kindName(say, letter),
    colour: colourOf(project),
    personal: true,
    workspace: workspace(say, { here: 'letters', project }),
    main: html`<p><a href="${paths.letters(project)}">${say('mail.back')}</a></p>
<h1>${kindName(say, letter)}</h1>
<p>${stateBadge(say, letter)} ${moment(say, project, letter)}</p>
<p class="lead">${occasion(say, letter)}</p>
${wait ? html`<p>${waitText(say, project, wait)}</p>` : null}
${view.returned ? returned(say, project, view.returned) : null}
${view.isChanged ? html`<p class="notice">${say('mail.changed-since')}</p>` : null}
${letterDeeds(say, view)}
${letter.ending === 'failed' ? failure(say, view) : null}
${history(say, view)}
${mail && view.hasServer ? html`<p class="hint">${say('mail.links-cut')}</p>` : null}
${mail ? written(say, project, letter, mail) : html`<p class="notice">${view.fault ? answerSaid(say, view.fault) : say('mail.nothing-left')}</p>`}`,
  }
}

function returned(say: Say, project: Project, { meeting, registration }: ReturnedFrom): Html {
  const link = html`<a href="${paths.registration(project, meeting, registration)}">${say('one.address')}</a>`
  return html`<div class="notice"><p>${say('mail.returned')}</p><p>${link}</p></div>`
}

function history(say: Say, view: LetterView): Html | null {
  if (view.steps.length === 0) return null
  return html`<section><h2>${say('mail.steps')}</h2>${steps(say, view.project, view.steps)}</section>`
}

function failure(say: Say, { project, letter, canBeRetried }: LetterView): Html {
  return html`<div class="notice">${
    isWordsFault(letter.answer)
      ? html`<p>${answerSaid(say, letter.answer)}</p>`
      : html`<p>${say('mail.given-up')}</p>${letter.answer ? html`<p><q>${letter.answer}</q></p>` : null}`
  }
${canBeRetried ? html`<form method="post" action="${paths.letterRetry(project, letter)}"><button class="button">${say('mail.retry')}</button></form>` : null}</div>`
}

function written(say: Say, project: Project, letter: Letter, mail: MailOptions): Html {
  return html`${letter.sentAt ? html`<p class="hint">${say('mail.as-of-now')}</p>` : null}
<dl class="letter-facts">${headers(mail).map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>
<p><a class="button quiet" href="${paths.letterFile(project, letter)}" download>${say('mail.download')}</a></p>
<h2>${say('mail.text')}</h2>
<pre class="letter" lang="${letter.locale}">${String(mail.text)}</pre>
<h2>${say('mail.html')}</h2>
<iframe class="letter-frame" src="${paths.letterHtml(project, letter)}" title="${say('mail.html')}" sandbox loading="lazy"></iframe>`
}

function headers({ from, to, replyTo, subject, messageId, references, headers }: MailOptions): [string, string][] {
  const all: [string, unknown][] = [
    ['From', mailbox(from)],
    ['To', mailbox(to)],
    ['Reply-To', mailbox(replyTo)],
    ['Subject', subject],
    ['Message-ID', messageId],
    ['References', references],
    ...Object.entries(headers ?? {}),
  ]
  return all.filter(([, value]) => value).map(([name, value]) => [name, String(value)])
}

function mailbox(address: MailOptions['to']): string {
  if (typeof address !== 'object' || Array.isArray(address) || !('address' in address)) return String(address ?? '')
  return address.name ? `${address.name} <${address.address}>` : String(address.address)
}
