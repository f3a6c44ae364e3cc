import type { Decision } from '../../server/room/decide.ts'
import type { Asked } from '../../server/room/queries.ts'
import { type Html, html } from '../html.ts'
import { words } from '../parts/texts.ts'
import { paths } from '../paths.ts'
import type { MessageKey, Say } from '../say.ts'
import type { ModerateView } from './moderate.ts'
import { quoted, still } from './quoted.ts'

type Deed = Decision['deed']

/** One question on the moderator's phone, with what can become of it. */
export function moderated(say: Say, view: ModerateView, voice: Asked, isOnScreen: boolean): Html {
  const group = view.groups.find(({ id }) => id === voice.groupId)
  const slot = view.slots.get(voice.slotId ?? '')
  return html`<li class="card voice" id="voice-${voice.id}"><p lang="${voice.locale}">${quoted(voice.text)}</p>
${slot ? html`<p class="hint">${say('room.slot')}: ${words(say, slot, view.project.locales)}</p>` : null}
<p class="hint">${say('room.votes', { count: voice.votes })}${voice.name ? html` · ${quoted(voice.name)}` : null}${group ? html` · ${words(say, group.name, view.project.locales)}` : null}
${isOnScreen ? html` <span class="badge sent">${say('moderate.on-screen')}</span>` : null}${voice.status === 'merged' ? html` <span class="badge draft">${say('moderate.merged')}</span>` : null}</p>
<div class="actions">${deedsFor(voice).map(([deed, label]) => deedForm(say, view, voice, deed, label))}</div>
${mergeForm(say, view, voice)}</li>`
}

function deedsFor({ status, spokenAt }: Asked): [Deed, MessageKey][] {
  if (status !== 'shown')
    return [
      ['show', 'moderate.approve'],
      ...(status === 'waiting' ? [['hide', 'moderate.hide'] as [Deed, MessageKey]] : []),
    ]
  return [
    spokenAt ? ['unspoken', 'moderate.not-spoken'] : ['spoken', 'moderate.mark-spoken'],
    ['hide', 'moderate.hide'],
  ]
}

function deedForm(say: Say, { project, meeting }: ModerateView, voice: Asked, deed: Deed, label: MessageKey): Html {
  const isFirst = deed === 'show' || deed === 'spoken'
  return html`<form method="post" action="${paths.moderateVoice(project, meeting, voice)}">
<button class="button${isFirst ? '' : ' quiet'}" name="deed" value="${deed}" aria-describedby="${voice.id}">${say(label)}</button></form>`
}

function mergeForm(say: Say, { project, meeting, asked }: ModerateView, voice: Asked): Html | null {
  const others = asked.filter(({ id, status }) => status === 'shown' && id !== voice.id)
  if (others.length === 0 || voice.answeredAt || (voice.status !== 'waiting' && voice.status !== 'shown')) return null
  const field = `into-${voice.id}`
  return html`<details class="fold" id="merge-${voice.id}"><summary>${say('moderate.merge')}</summary>
<form method="post" action="${paths.moderateVoice(project, meeting, voice)}"><input type="hidden" name="deed" value="merge">
<p class="field"><label for="${field}">${say('moderate.merge-into')}</label>
<select name="into" id="${field}">${others.map(({ id, text }) => html`<option value="${id}">${still(text, 80)}</option>`)}</select></p>
<button class="button quiet">${say('moderate.merge')}</button></form></details>`
}
