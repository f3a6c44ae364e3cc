import type { Letter, Project } from '../../db/schema.ts'
import type { outboxDeeds } from '../../server/mail/outbox/deeds.ts'
import type { OutboxLook } from '../../server/mail/outbox/look.ts'
import { type Html, html } from '../html.ts'
import { colourOf, type Page } from '../page.ts'
import { workspace } from '../parts/workspace.ts'
import { paths } from '../paths.ts'
import type { Say } from '../say.ts'
import { lookFields, lookPath } from './look-query.ts'
import { kindName } from './names.ts'

export type AllView = {
  project: Project
  look: OutboxLook
  deed: (typeof outboxDeeds)[number]
  /** How many it would be done to, and the first of them. */
  letters: number
  first: Letter[]
  /** What is queued later is not meant. */
  upto: Temporal.Instant
  hasServer: boolean
}

/** Says what a deed will do, and to how many letters, before it does. */
export function allPage(say: Say, view: AllView): Page {
  const { project, deed, letters } = view
  const title = letters === 0 ? say('mail.all-none') : say(`mail.all-title.${deed}`, { letters })
  return {
    say,
    title,
    colour: colourOf(project),
    personal: true,
    workspace: workspace(say, { here: 'letters', project }),
    main: html`<section class="card stack"><h1>${title}</h1>
${letters === 0 ? null : deedForm(say, view)}
<p><a class="button quiet" href="${lookPath(view)}">${say('mail.do-nothing')}</a></p></section>`,
  }
}

function deedForm(say: Say, { project, look, deed, letters, first, upto, hasServer }: AllView): Html {
  const left = letters - first.length
  return html`<p>${say(`mail.means.${deed}`)}</p>
${deed === 'drop' ? html`<p class="notice">${say('mail.drop-links')}</p>` : null}
${deed === 'send-now' && !hasServer ? html`<p class="notice">${say('mail.no-server')}</p>` : null}
<ul class="planned">${first.map((letter) => html`<li>${letter.recipient}, ${kindName(say, letter)}</li>`)}${left > 0 ? html`<li>${say('bulk.more', { left })}</li>` : null}</ul>
<form method="post" action="${paths.lettersAll(project)}">${lookFields(look)}
<input type="hidden" name="deed" value="${deed}"><input type="hidden" name="upto" value="${upto.toString()}">
<button class="button${deed === 'drop' ? ' danger' : ''}">${say(`mail.all-title.${deed}`, { letters })}</button></form>`
}
