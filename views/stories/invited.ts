import { type Html, html } from '../html.ts'
import { colourOf, type Page } from '../page.ts'
import { type FormState, problemSummary, textArea } from '../parts/fields.ts'
import { words } from '../parts/texts.ts'
import { paths } from '../paths.ts'
import type { Say } from '../say.ts'
import type { OwnView } from './own.ts'
import { paragraphs } from './read-story.ts'
import { kindField, tellerFields } from './teller-fields.ts'

/** For somebody who is asked to tell a story too: what it is, and yes or no. */
export function invitedPage(say: Say, view: OwnView, form: FormState): Page {
  const { project, call, story, me, people, isWritable } = view
  const proposer = people.find(({ position }) => position === 1)
  return {
    say,
    title: say('story.invited'),
    colour: colourOf(project),
    of: project,
    personal: true,
    main: html`<div class="register-page call-page">
<section class="card answer">
<h1 class="answer-head">${say(me.declinedAt ? 'story.you-declined' : 'story.invited')}</h1>
<div class="answer-body stack">${problemSummary(say, form)}
<p>${say('story.invited-by', { name: proposer?.name || say('story.somebody') })}</p>
<p class="lead"><strong lang="${story.language}">${story.title || say('story.untitled')}</strong><br>${words(say, call.title, project.locales)}</p>
<div lang="${story.language}">${paragraphs(story.abstract)}</div>
${isWritable ? null : html`<p class="notice">${say('story.decided')}</p>`}</div>
</section>
${isWritable ? answers(say, view, form) : null}
</div>`,
  }
}

function answers(say: Say, { token, me }: OwnView, form: FormState): Html {
  return html`<form class="card stack story-form" method="post" action="${paths.storyDo(token, 'join')}" novalidate>
<h2>${say('story.join-title')}</h2>
${tellerFields(say, form, 'known')}
${kindField(say, form)}
${textArea(say, form, { name: 'bio', label: say('call.bio'), hint: say('call.bio-hint'), max: 1000, rows: 3 })}
<button class="button wide">${say('story.join')}</button>
<p class="hint">${say('call.privacy')} <a href="${paths.privacy}">${say('site.privacy')}</a></p>
</form>
${me.declinedAt ? null : html`<form method="post" action="${paths.storyDo(token, 'decline')}"><button class="button quiet">${say('story.say-no')}</button></form>`}`
}
