import type { Meeting, Project } from '../../db/schema.ts'
import type { Qr } from '../../server/qr.ts'
import type { Heard } from '../../server/room/heard.ts'
import type { Asked } from '../../server/room/queries.ts'
import type { SlotTitles } from '../../server/room/slot-titles.ts'
import { type Html, html } from '../html.ts'
import { colourOf, type Page } from '../page.ts'
import { qrCode } from '../parts/qr.ts'
import { table } from '../parts/table.ts'
import { words } from '../parts/texts.ts'
import { workspace } from '../parts/workspace.ts'
import { paths } from '../paths.ts'
import type { MessageKey, Say } from '../say.ts'
import { onScreen } from './hall.ts'
import { moderated } from './moderated.ts'

export type ModerateView = {
  project: Project
  meeting: Meeting
  asked: Asked[]
  groups: Pick<NonNullable<Heard['group']>, 'id' | 'name'>[]
  slots: SlotTitles
  heard: Heard[]
  isOpen: boolean
  door: { link: string; qr: Qr } | null
}

/** The moderator's phone: what waits to be looked at, what is seen, whose voices were heard. */
export function moderatePage(say: Say, view: ModerateView): Page {
  const { project, meeting, asked } = view
  const shown = asked.filter(({ status }) => status === 'shown')
  const isLive = (voice: Asked) => voice.spokenAt === null
  return {
    say,
    title: say('moderate.title'),
    colour: colourOf(project),
    workspace: workspace(say, { here: 'moderate', project, meeting }),
    scripts: ['live'],
    main: html`<h1>${say('moderate.title')}</h1>
${roomSwitch(say, view)}
<div id="moderated" class="stack" data-live="${paths.live(project, meeting)}">
${part(
  say,
  view,
  'moderate.waiting',
  asked.filter(({ status }) => status === 'waiting'),
)}
${part(say, view, 'moderate.shown', shown.filter(isLive))}
${part(
  say,
  view,
  'moderate.spoken',
  shown.filter((voice) => !isLive(voice)),
)}
${part(
  say,
  view,
  'moderate.hidden',
  asked.filter(({ status }) => status === 'hidden' || status === 'merged'),
)}
${heardTable(say, view)}
</div>`,
  }
}

function roomSwitch(say: Say, { project, meeting, isOpen, door }: ModerateView): Html {
  const deed = isOpen ? 'close' : 'open'
  return html`<section class="card moderate-room"><p class="lead">${say(isOpen ? 'moderate.is-open' : 'moderate.is-closed')}</p>
${door && isOpen ? html`<div class="moderate-door">${qrCode(door.qr, say('hall.qr'))}<p>${say('moderate.code')} <strong class="moderate-code">${meeting.joinCode}</strong><br><a href="${door.link}">${door.link}</a></p></div>` : null}
<div class="actions"><form method="post" action="${paths.moderateRoom(project, meeting, deed)}"><button class="button${isOpen ? ' quiet' : ''}">${say(isOpen ? 'moderate.close' : 'moderate.open')}</button></form>
<a class="button quiet" href="${paths.hall(project, meeting)}">${say('hall.title')}</a></div></section>`
}

function part(say: Say, view: ModerateView, title: MessageKey, voices: Asked[]): Html {
  const screen = new Set(onScreen(view.asked).map(({ id }) => id))
  return html`<section><h2>${say(title)} <span class="badge count">${voices.length}</span></h2>
<ul class="voices" role="list">${voices.map((voice) => moderated(say, view, voice, screen.has(voice.id)))}</ul></section>`
}

function heardTable(say: Say, { heard, project }: ModerateView): Html | null {
  if (heard.length === 0) return null
  const shown = (number: number | null) => number ?? say('moderate.too-few')
  const heads = (['group', 'asked-count', 'heard-count'] as const).map((head) => say(`moderate.${head}`))
  const rows = heard.map(
    ({ group, ...row }) =>
      html`<tr><th scope="row">${group ? words(say, group.name, project.locales) : say('moderate.no-group')}</th><td>${shown(row.asked)}</td><td>${shown(row.heard)}</td></tr>`,
  )
  return html`<section class="stack"><h2>${say('moderate.heard')}</h2>${table(say('moderate.heard'), heads, rows)}</section>`
}
