import type { Qr } from '../../server/qr.ts'
import type { Asked } from '../../server/room/queries.ts'
import { everyMinute, type NowView } from '../agenda/now.ts'
import { current, idle, next } from '../agenda/screen.ts'
import { type Html, html } from '../html.ts'
import { colourOf, type Page } from '../page.ts'
import { qrCode } from '../parts/qr.ts'
import { plain, words } from '../parts/texts.ts'
import { paths } from '../paths.ts'
import { pollOnWall, type WallPoll } from '../polls/on-wall.ts'
import type { Say } from '../say.ts'
import { machine, time } from '../when.ts'
import { quoted } from './quoted.ts'

export type Door = { code: string; address: string; qr: Qr }
export type HallView = NowView & { asked: Asked[]; poll: WallPoll | null; door: Door | null }

/** As many questions as are read from the last row. */
const mostOnScreen = 3

/** The wall of the hall while people ask: what runs, what they want to know most, what they vote on, and how to join in. */
export function hallPage(say: Say, view: HallView): Page {
  const { project, meeting, now, moment, poll } = view
  return {
    say,
    title: `${say('hall.title')}: ${plain(say, meeting.title, project.locales)}`,
    colour: colourOf(project),
    bare: 'screen',
    links: everyMinute,
    scripts: ['live'],
    main: html`<div id="hall" class="screen-page hall" data-live="${paths.live(project, meeting)}">
<header class="screen-head"><h1>${words(say, meeting.title, project.locales)}</h1>
<time class="screen-clock" datetime="${machine(now, meeting.zone)}">${time(now, meeting.zone, say.locale)}</time></header>
<div class="hall-middle${poll ? ' with-poll' : ''}"><section class="screen-now" data-count="4" aria-label="${say('now.now')}">
${moment.current[0] ? current(say, moment.current[0], view) : idle(say, view)}</section>
${questionsOf(say, view)}
${poll ? pollOnWall(say, project, poll) : null}</div>
<footer class="hall-foot"><ol class="hall-next">${moment.next.slice(0, 1).map((slot) => next(say, slot, view))}</ol>${doorOf(say, view.door)}</footer>
</div>`,
  }
}

function questionsOf(say: Say, { asked }: HallView): Html {
  const top = onScreen(asked)
  return html`<section class="hall-questions" aria-labelledby="hall-asked"><h2 id="hall-asked">${say('hall.asked')}</h2>
${top.length === 0 ? html`<p>${say('hall.nothing-yet')}</p>` : html`<ol role="list">${top.map(question)}</ol>`}</section>`
}

function question({ text, name, votes, locale }: Asked): Html {
  return html`<li><span class="hall-votes">${votes}</span><p lang="${locale}">${quoted(text)}${name ? html` <small>${quoted(name)}</small>` : null}</p></li>`
}

/** What the wall shows of all that is asked. */
export function onScreen<T extends Pick<Asked, 'status' | 'spokenAt'>>(asked: readonly T[]): T[] {
  return asked.filter(({ status, spokenAt }) => status === 'shown' && spokenAt === null).slice(0, mostOnScreen)
}

function doorOf(say: Say, door: Door | null): Html | null {
  if (!door) return null
  return html`<div class="hall-door"><p>${say('hall.join', { address: door.address })}<strong>${door.code}</strong></p>
${qrCode(door.qr, say('hall.qr'))}</div>`
}
