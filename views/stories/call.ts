import type { Call, Meeting, Project } from '../../db/schema.ts'
import type { CallState } from '../../server/stories/call-state.ts'
import { type Html, html } from '../html.ts'
import { colourOf, type Page } from '../page.ts'
import { type FormState, problemSummary } from '../parts/fields.ts'
import { prose } from '../parts/markdown.ts'
import { marked, plain, words } from '../parts/texts.ts'
import { paths } from '../paths.ts'
import type { Say } from '../say.ts'
import { dayAndTime, machine } from '../when.ts'
import { storyFields } from './fields.ts'
import { coSpeakersField, moreAboutTeller, tellerFields } from './teller-fields.ts'

export type Kind = { type: Call['types'][number]; minutes: number }

export type CallView = {
  project: Project
  meeting: Meeting | null
  call: Call
  state: CallState
  zone: string
  types: Kind[]
  questions: Call['questions']
}

/** What is asked for, until when, and the form; while it is closed, the reason instead of a form filled in for nothing. */
export function callPage(say: Say, view: CallView, form: FormState): Page {
  const { project, call } = view
  const title = plain(say, call.title, project.locales)
  return {
    say,
    title: form.problems ? `${say('problem.summary', { count: form.problems.length })}: ${title}` : title,
    description: plain(say, call.text, project.locales).slice(0, 200),
    colour: colourOf(project),
    of: project,
    main: html`<div class="register-page call-page">
${head(say, view)}
${view.state === 'open' ? proposal(say, view, form) : closed(say, view)}
</div>`,
  }
}

function head(say: Say, view: CallView): Html {
  const { project, meeting, call } = view
  return html`<p class="above"><a href="${paths.project(project)}">${words(say, project.title, project.locales)}</a>${
    meeting
      ? html` · <a href="${paths.meeting(project, meeting)}">${words(say, meeting.title, project.locales)}</a>`
      : null
  }</p>
<h1>${marked(say, call.title, project.locales)}</h1>
${view.state === 'open' ? deadline(say, view) : null}
${prose(say, call.text, project.locales)}
${view.state === 'open' ? lengths(say, view) : null}`
}

function deadline(say: Say, { call, zone }: CallView): Html {
  const until = dayAndTime(call.closesAt, zone, say.locale)
  return html`<p class="call-until"><span class="sticker">${say('call.until')}</span> <time datetime="${machine(call.closesAt, zone)}"><strong>${until}</strong></time></p>`
}

function lengths(say: Say, { types }: CallView): Html {
  return html`<ul class="row call-lengths" role="list">${types.map(
    ({ type, minutes }) =>
      html`<li><strong>${say(`agenda.type.${type}`)}</strong> <span class="hint">${say('call.minutes', { minutes })}</span></li>`,
  )}</ul>`
}

function closed(say: Say, { state, call, zone, project, meeting }: CallView): Html {
  const at = dayAndTime(state === 'not-yet' ? call.opensAt : call.closesAt, zone, say.locale)
  const back = meeting ? paths.meeting(project, meeting) : paths.project(project)
  return html`<section class="card stack"><p class="notice">${say(`call.${state === 'open' ? 'closed' : state}`)}</p>
${state === 'cancelled' ? null : html`<p>${say(state === 'not-yet' ? 'call.opens-at' : 'call.closed-at', { at })}</p>`}
<p><a class="button quiet" href="${back}">${say('call.back')}</a></p></section>`
}

function proposal(say: Say, view: CallView, form: FormState): Html {
  return html`<form class="card stack story-form" method="post" action="${paths.call(view.project, view.meeting)}" novalidate>
${problemSummary(say, form)}
${storyFields(say, view, form)}
${tellerFields(say, form, 'with-address')}
<details class="fold"${form.problems ? html` open` : null}><summary>${say('call.more')}</summary>
<div class="stack">${moreAboutTeller(say, form)}
${coSpeakersField(say, form)}</div></details>
<div class="story-deeds"><button class="button wide" name="deed" value="hand-in">${say('call.hand-in')}</button>
<button class="button quiet wide" name="deed" value="save">${say('call.save')}</button></div>
<p class="hint">${say('call.save-hint')}</p>
<p class="hint">${say('call.privacy')} <a href="${paths.privacy}">${say('site.privacy')}</a></p>
</form>`
}
