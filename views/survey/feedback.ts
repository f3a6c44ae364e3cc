import type { Project, StoryFeedback } from '../../db/schema.ts'
import { type Html, html } from '../html.ts'
import { paths } from '../paths.ts'
import type { Say } from '../say.ts'

type View = { project: Project; token: string; feedback: StoryFeedback[] }

/** What those who listened say to a speaker: for their eyes alone. */
export function feedbackCard(say: Say, { token, feedback }: View): Html | null {
  if (feedback.length === 0) return null
  return html`<section class="card stack" id="feedback" aria-labelledby="feedback-head"><h2 id="feedback-head">${say('survey.feedback')}</h2>
<p class="hint">${say('survey.feedback-hint')}</p>
<ul class="said" role="list">${feedback.map(
    (one) => html`<li><p>${one.text}</p>
<form method="post" action="${paths.feedbackReport(token, one)}"><button class="link">${say('survey.report')}</button></form></li>`,
  )}</ul></section>`
}
