import type { Group, Meeting, Poll, Project } from '../../db/schema.ts'
import type { Released } from '../../server/agenda/release.ts'
import type { Asked } from '../../server/room/queries.ts'
import { type Html, html } from '../html.ts'
import { colourOf, type Page } from '../page.ts'
import { type FormState, problemSummary } from '../parts/fields.ts'
import { plain, words } from '../parts/texts.ts'
import { paths } from '../paths.ts'
import type { Say } from '../say.ts'
import { askFields } from './ask-fields.ts'
import { quoted } from './quoted.ts'

export type RoomView = {
  project: Project
  meeting: Meeting
  agenda: Released | null
  asked: Asked[]
  /** This browser, if it has asked or voted before. */
  voterHash: string | null
  groups: Group[]
  isOpen: boolean
  /** What the room votes on now. */
  poll: Poll | null
}

/** The room on somebody's phone: what others ask, what they have asked, and where they ask. */
export function roomPage(say: Say, view: RoomView, form: FormState): Page {
  const { project, meeting, isOpen } = view
  return {
    say,
    title: `${say('room.title')}: ${plain(say, meeting.title, project.locales)}`,
    colour: colourOf(project),
    of: project,
    personal: true,
    scripts: ['live'],
    main: html`<div class="narrow room-page"><p class="crumb"><a href="${paths.meeting(project, meeting)}">${words(say, meeting.title, project.locales)}</a></p>
<h1>${say('room.title')}</h1>
${isOpen ? null : html`<p class="notice">${say(meeting.roomOpenedAt ? 'room.over' : 'room.not-yet')}</p>`}
${openPoll(say, view)}
${problemSummary(say, form)}
${isOpen ? askForm(say, view, form) : null}
${voicesOf(say, view)}
</div>`,
  }
}

/** Comes and goes by itself, whatever is typed below. */
function openPoll(say: Say, { project, meeting, poll }: RoomView): Html {
  const card =
    poll &&
    html`<section class="card room-poll" aria-labelledby="open-poll-title"><h2 id="open-poll-title"><small>${say('hall.vote-now')}</small> ${words(say, poll.question, project.locales)}</h2>
<p><a class="button" href="${paths.polls(project, meeting)}#poll-${poll.id}">${say('polls.vote')}</a></p></section>`
  return html`<div id="open-poll" role="status" data-live="${paths.live(project, meeting)}">${card}</div>`
}

function askForm(say: Say, view: RoomView, form: FormState): Html {
  return html`<form method="post" action="${paths.room(view.project, view.meeting)}" class="card room-ask">
${askFields(say, view, form)}
<p><button class="button">${say('room.ask')}</button></p>
<p class="hint">${say('room.looked-at')}</p>
</form>`
}

/** Kept as the server has it, without whoever types losing a letter. */
function voicesOf(say: Say, view: RoomView): Html {
  const { project, meeting, asked, voterHash } = view
  const own = asked.filter((voice) => voterHash !== null && voice.voterHash === voterHash && voice.status === 'waiting')
  const shown = asked.filter(({ status }) => status === 'shown')
  return html`<div id="voices" class="flow" data-live="${paths.live(project, meeting)}">
${own.length > 0 ? html`<section id="own" aria-labelledby="own-title"><h2 id="own-title">${say('room.own')}</h2><ul class="voices" role="list">${own.map((voice) => html`<li class="card voice"><p>${quoted(voice.text)}</p><p><span class="badge waiting">${say('room.waiting')}</span></p></li>`)}</ul></section>` : null}
<section aria-labelledby="asked-title"><h2 id="asked-title">${say('room.asked')}</h2>
${shown.length === 0 ? html`<p class="hint">${say('room.nothing-yet')}</p>` : html`<ol class="voices" role="list">${shown.map((voice) => voiceOf(say, view, voice))}</ol>`}
</section></div>`
}

function voiceOf(say: Say, view: RoomView, voice: Asked): Html {
  const group = view.groups.find(({ id }) => id === voice.groupId)
  const slot = view.agenda?.slots.find(({ id }) => id === voice.slotId)
  const texts = [group?.name, slot?.title].map((text) => text && words(say, text, view.project.locales))
  const from = [voice.name ? quoted(voice.name) : null, ...texts]
  return html`<li class="card voice" id="voice-${voice.id}"><p lang="${voice.locale}">${quoted(voice.text)}</p>
<p class="hint">${from.filter(Boolean).map((one, i) => html`${i > 0 ? ' · ' : null}${one}`)}
${voice.spokenAt ? html` <span class="badge sent">${say('room.spoken')}</span>` : null}</p>
${view.isOpen ? voteForm(say, view, voice) : html`<p>${say('room.votes', { count: voice.votes })}</p>`}</li>`
}

function voteForm(say: Say, { project, meeting }: RoomView, voice: Asked): Html {
  const label = say(voice.voted ? 'room.take-back' : 'room.vote')
  return html`<form method="post" action="${paths.voteFor(project, meeting, voice)}">
<input type="hidden" name="wish" value="${voice.voted ? 'take-back' : 'vote'}">
<button id="vote-${voice.id}" class="button ${voice.voted ? 'voted' : 'quiet'}" aria-describedby="votes-${voice.id}">${label}</button>
<span class="voice-votes" id="votes-${voice.id}">${say('room.votes', { count: voice.votes })}</span></form>`
}
