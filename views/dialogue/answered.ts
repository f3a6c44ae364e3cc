import type { Item } from '../../server/dialogue/item.ts'
import type { AnsweredPart, AnswersShown } from '../../server/dialogue/shown.ts'
import { type Html, html } from '../html.ts'
import { colourOf, type Page } from '../page.ts'
import { passage, words } from '../parts/texts.ts'
import { paths } from '../paths.ts'
import type { Say } from '../say.ts'
import { promisedInPublic } from './promises.ts'
import { dueText, voiceFacts, voiceText } from './voice.ts'

/** What was asked and answered, meeting by meeting, and what is still owed. */
export function answersPage(say: Say, shown: AnswersShown): Page {
  const { project, parts } = shown
  return {
    say,
    title: say('answers.title'),
    description: say('answers.lead'),
    colour: colourOf(project),
    of: project,
    main: html`<div class="flow"><p class="above"><a href="${paths.project(project)}">${words(say, project.title, project.locales)}</a></p>
<h1>${say('answers.title')}</h1>
<p class="lead">${say('answers.lead')}</p>
${parts.length === 0 ? html`<p class="empty">${say('answers.empty')}</p>` : parts.map((part) => section(say, shown, part))}</div>`,
  }
}

function section(say: Say, shown: AnswersShown, { meeting, answered, open }: AnsweredPart): Html {
  const { project } = shown
  const id = meeting ? `of-${meeting.slug}` : 'of-ideas'
  const title = meeting
    ? html`<a href="${paths.meeting(project, meeting)}">${words(say, meeting.title, project.locales)}</a>`
    : say('ideas.title')
  return html`<section class="stack" aria-labelledby="${id}"><h2 id="${id}">${title}</h2>
${answered.length > 0 ? html`<ul class="voices" role="list">${answered.map((item) => answeredItem(say, shown, item))}</ul>` : null}
${open.length > 0 ? html`<h3>${say('answers.open', { count: open.length })}</h3><ul class="voices" role="list">${open.map((item) => openItem(say, shown, item))}</ul>` : null}
</section>`
}

function answeredItem(say: Say, { project, promises }: AnswersShown, item: Item): Html {
  return html`<li class="card" id="voice-${item.voice.id}"><p class="asked">${voiceText(say, item.voice)}</p>
<p class="hint">${voiceFacts(say, item)}</p>
<div class="theirs" role="group" aria-label="${say('dialogue.answer')}">${passage(say, item.voice.answer, project.locales)}</div>
${promisedInPublic(say, project, promises.get(item.voice.id) ?? [])}</li>`
}

function openItem(say: Say, { project, promises, today }: AnswersShown, item: Item): Html {
  return html`<li class="card"><p class="asked">${voiceText(say, item.voice)}</p>
<p class="hint">${voiceFacts(say, item)}</p><p>${dueText(say, item.voice.dueOn, today)}</p>
${promisedInPublic(say, project, promises.get(item.voice.id) ?? [])}</li>`
}
