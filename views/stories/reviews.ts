import { type Html, html } from '../html.ts'
import { type FormState, fieldId, problemSummary, textArea } from '../parts/fields.ts'
import { paths } from '../paths.ts'
import type { Say } from '../say.ts'
import { paragraphs } from './read-story.ts'
import type { StoryView } from './story.ts'

/** What organisers think of it; nobody else ever reads this. */
export function opinions(say: Say, view: StoryView, form: FormState): Html {
  const { reviews, average } = view
  return html`<section class="card stack" aria-labelledby="opinions"><h2 id="opinions">${say('stories.opinions')}</h2>
<p class="hint">${say('stories.opinions-hint')}</p>
${average === null ? null : html`<p class="lead">${say('stories.average', { average, reviews: reviews.length })}</p>`}
${reviews.length > 0 ? html`<ul class="story-people" role="list">${reviews.map((one) => html`<li><strong>${one.by.name}</strong> ${one.score ? html`<span class="badge">${say('stories.of-five', { score: one.score })}</span>` : null}${paragraphs(one.comment)}</li>`)}</ul>` : null}
${own(say, view, form)}</section>`
}

function own(say: Say, { project, story }: StoryView, form: FormState): Html {
  return html`<form class="stack" method="post" action="${paths.storyReadDo(project, story, 'review')}" novalidate>
${problemSummary(say, form)}
<fieldset class="scores tick" id="${fieldId('score')}"><legend>${say('stories.your-score')}</legend>${[
    1, 2, 3, 4, 5,
  ].map(
    (score) =>
      html`<label><input type="radio" name="score" value="${score}"${form.typed.score === String(score) ? html` checked` : null}> ${score}</label>`,
  )}</fieldset>
${textArea(say, form, { name: 'comment', label: say('stories.comment'), max: 2000, rows: 3 })}
<button class="button quiet">${say('stories.save-opinion')}</button></form>`
}
