import type { Letter, Project } from '../../db/schema.ts'
import type { Wait } from '../../server/mail/outbox/waits.ts'
import { type Html, html } from '../html.ts'
import { paths } from '../paths.ts'
import type { Say } from '../say.ts'

export type Open = {
  project: Project
  letter: Letter
  /** Why it waits; null once it does not. */
  wait: Wait | null
  /** Dropped, and its facts are still kept. */
  canBeTakenBack: boolean
  hasServer: boolean
}

/** What organisers can still do about a letter. */
export function letterDeeds(say: Say, open: Open): Html | null {
  const { project, letter, wait } = open
  if (open.canBeTakenBack)
    return html`<div class="notice stack"><p>${say('mail.was-dropped')}</p>${deed(say, open, 'send-after-all')}</div>`
  if (!wait || wait.is === 'on-its-way') return null
  return html`<div class="row letter-deeds">
${deed(say, open, letter.heldAt ? 'let-go' : 'hold')}
<a class="button quiet" href="${paths.letterDo(project, letter, 'words')}">${say('mail.do.edit')}</a>
${wait.is === 'due' || wait.is === 'no-server' ? null : deed(say, open, 'send-now')}
<a class="button quiet" href="${paths.letterDo(project, letter, 'drop')}">${say('mail.do.drop')}</a>
</div>`
}

function deed(say: Say, { project, letter }: Open, name: 'hold' | 'let-go' | 'send-now' | 'send-after-all'): Html {
  return html`<form method="post" action="${paths.letterDo(project, letter, name)}"><button class="button${name === 'send-after-all' ? '' : ' quiet'}">${say(`mail.do.${name}`)}</button></form>`
}
