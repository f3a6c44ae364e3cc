import type { outboxDeeds } from '../../server/mail/outbox/deeds.ts'
import { type Html, html } from '../html.ts'
import { paths } from '../paths.ts'
import type { Say } from '../say.ts'
import type { LettersView } from './letters.ts'
import { lookFields } from './look-query.ts'

/** What can be done with everything that waits in this look; the next page says what that comes to. */
export function allBar(say: Say, { project, look, counts }: LettersView): Html | null {
  const { state } = look
  const waiting = state === null || state === 'waiting' ? counts.waiting : 0
  const held = state === null || state === 'held' ? counts.held : 0
  if (waiting + held < 2) return null
  const deeds: [(typeof outboxDeeds)[number], number][] = [
    ['hold', waiting],
    ['let-go', held],
    ['send-now', waiting + held],
    ['drop', waiting + held],
  ]
  return html`<form class="bulk" method="get" action="${paths.lettersAll(project)}">${lookFields(look)}
<fieldset><legend>${say('mail.all-of', { letters: waiting + held })}</legend>
<p class="row">${deeds
    .filter(([, letters]) => letters > 0)
    .map(
      ([deed]) => html`<button class="button quiet" name="deed" value="${deed}">${say(`mail.all-do.${deed}`)}</button>`,
    )}</p>
</fieldset></form>`
}
