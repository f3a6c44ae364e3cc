import type { Group, Project, Voice } from '../../db/schema.ts'
import type { Idea } from '../../server/ideas/queries.ts'
import { voiceFacts, voiceText } from '../dialogue/voice.ts'
import { type Html, html } from '../html.ts'
import { colourOf, type Page } from '../page.ts'
import { choiceField, type FormState, problemSummary, textArea, textField } from '../parts/fields.ts'
import { passage, plain, words } from '../parts/texts.ts'
import { paths } from '../paths.ts'
import { quoted, still } from '../room/quoted.ts'
import type { Say } from '../say.ts'

export type IdeasView = {
  project: Project
  ideas: readonly Idea[]
  waiting: readonly Voice[]
  groups: readonly Group[]
}

/** The wall: what others want, a vote for each browser, and a place for one's own. */
export function ideasPage(say: Say, view: IdeasView, form: FormState): Page {
  const { project, ideas, waiting } = view
  const list = () => wall(say, view)
  return {
    say,
    title: say('ideas.title'),
    description: say('ideas.lead'),
    colour: colourOf(project),
    of: project,
    personal: waiting.length > 0,
    main: html`<div class="flow"><p class="above"><a href="${paths.project(project)}">${words(say, project.title, project.locales)}</a></p>
<h1>${say('ideas.title')}</h1>
<p class="lead">${say('ideas.lead')}</p>
${waiting.map((voice) => html`<p class="notice"><strong>${say('ideas.yours-waits')}</strong> ${quoted(voice.text)}</p>`)}
${ideas.length === 0 ? html`<p class="empty">${say('ideas.empty')}</p>` : list()}
${project.wallOpenedAt ? putting(say, view, form) : html`<p class="notice">${say('ideas.closed')}</p>`}</div>`,
  }
}

export function ideaSentPage(say: Say, project: Project): Page {
  return {
    say,
    title: say('ideas.sent'),
    colour: colourOf(project),
    of: project,
    personal: true,
    main: html`<div class="register-page"><section class="card answer"><h1 class="answer-head">${say('ideas.sent')}</h1>
<div class="answer-body stack"><p>${say('ideas.sent-next')}</p>
<p><a href="${paths.ideas(project)}">${say('ideas.title')}</a></p></div></section></div>`,
  }
}

function wall(say: Say, { project, ideas }: IdeasView): Html {
  return html`<ul class="voices wall" role="list">${ideas.map((idea) => one(say, project, idea))}</ul>`
}

function one(say: Say, project: Project, idea: Idea): Html {
  const { voice, voted } = idea
  return html`<li class="card" id="voice-${voice.id}"><p class="asked">${voiceText(say, voice)}</p>
<p class="hint">${voiceFacts(say, idea)}</p>
${voice.answeredAt ? html`<div class="theirs" role="group" aria-label="${say('dialogue.answer')}">${passage(say, voice.answer, project.locales)}</div>` : null}
<div class="row"><form method="post" action="${paths.ideaVote(project, voice)}"><input type="hidden" name="wish" value="${voted ? 'take-back' : 'vote'}">
<button class="button small${voted ? ' quiet' : ''}">${say(voted ? 'ideas.unvote' : 'ideas.vote')}<span class="unseen"> (${still(voice.text, 80)})</span></button></form>
<a href="${paths.help(project, { voice: voice.id })}" rel="nofollow">${say('ideas.report')}<span class="unseen"> (${still(voice.text, 80)})</span></a></div></li>`
}

function putting(say: Say, { project, groups }: IdeasView, form: FormState): Html {
  const options = groups.map(({ id, name }) => ({ value: id, label: plain(say, name, project.locales) }))
  const text = { name: 'text', label: say('ideas.text'), hint: say('ideas.text-hint'), rows: 3, max: 500 }
  const email = { name: 'email', label: say('ideas.email'), hint: say('ideas.email-hint'), max: 254 }
  return html`<section aria-labelledby="put"><h2 id="put">${say('ideas.put')}</h2>
<form class="card stack" method="post" action="${paths.ideas(project)}" novalidate>
${problemSummary(say, form)}
${textArea(say, form, { ...text, required: true })}
${textField(say, form, { name: 'name', label: say('ideas.name'), hint: say('ideas.name-hint'), max: 60, autocomplete: 'off' })}
${options.length > 0 ? choiceField(say, form, { name: 'group', label: say('ideas.group'), options, empty: say('ideas.group-none') }) : null}
${textField(say, form, { ...email, type: 'email', autocomplete: 'email' })}
<button class="button">${say('ideas.send')}</button></form></section>`
}
