import type { Meeting, Project } from '../../db/schema.ts'
import { html } from '../html.ts'
import { colourOf, type Page } from '../page.ts'
import { words } from '../parts/texts.ts'
import { whenText } from '../parts/when-and-where.ts'
import { paths } from '../paths.ts'
import type { Say } from '../say.ts'

export type ClassSentView = {
  project: Project
  meeting: Meeting
  /** What any class of that size gets now: the same answer whether or not it was known. */
  got: 'place' | 'waiting-list' | 'request'
}

export function classSentPage(say: Say, { project, meeting, got }: ClassSentView): Page {
  const title = say(`class.sent-${got}`)
  return {
    say,
    title,
    colour: colourOf(project),
    of: project,
    personal: true,
    main: html`<div class="register-page">
<section class="card answer">
<h1 class="answer-head">${title}</h1>
<div class="answer-body stack">
<p class="lead">${words(say, meeting.title, project.locales)}<br>
${whenText(say, meeting)}</p>
<p>${say(`class.sent-${got}-next`)}</p>
<p>${say('class.sent-people')}</p>
<p class="hint">${say('class.sent-again')}</p>
<p class="row"><a class="button quiet" href="${paths.registerClass(project, meeting)}">${say('class.another')}</a>
<a class="button quiet" href="${paths.meeting(project, meeting)}">${say('register.back')}</a></p>
</div>
</section>
</div>`,
  }
}
