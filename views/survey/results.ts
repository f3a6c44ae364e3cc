import type { Localised } from '../../db/languages.ts'
import type { Meeting, Project } from '../../db/schema.ts'
import type { MarkResult, Results } from '../../server/survey/results.ts'
import { type Html, html } from '../html.ts'
import { bar, largest } from '../numbers/bar.ts'
import { colourOf, type Page } from '../page.ts'
import { table } from '../parts/table.ts'
import { words } from '../parts/texts.ts'
import { workspace } from '../parts/workspace.ts'
import { paths } from '../paths.ts'
import type { Say } from '../say.ts'

export type ResultsView = {
  project: Project
  meeting: Meeting
  results: Results | null
  /** What speakers do not want to see again. */
  reported: { text: string; title: Localised | null }[]
  fewest: number
}

export function resultsPage(say: Say, view: ResultsView): Page {
  const { project, meeting, results, reported, fewest } = view
  return {
    say,
    title: say('survey.results'),
    colour: colourOf(project),
    workspace: workspace(say, { here: 'survey', project, meeting }),
    main: html`<div class="survey-results flow"><h1>${say('survey.results')}</h1>
${switched(say, view)}
${results ? answers(say, results) : html`<div class="empty"><p>${say('survey.too-few', { fewest })}</p></div>`}
${reported.length > 0 ? reports(say, view) : null}</div>`,
  }
}

function switched(say: Say, { project, meeting }: ResultsView): Html {
  const to = meeting.surveys ? 'off' : 'on'
  return html`<form class="card stack" method="post" action="${paths.surveySwitch(project, meeting, to)}">
<p>${say(meeting.surveys ? 'survey.is-on' : 'survey.is-off')}</p>
<p><a href="${paths.letterKind(project, 'survey')}">${say('survey.letter')}</a></p>
<button class="button${meeting.surveys ? ' quiet' : ''}">${say(`survey.switch-${to}`)}</button></form>`
}

function answers(say: Say, { answers, marks, liked, missed }: Results): Html {
  return html`<p class="lead">${say('survey.answers', { answers })}</p>
${marks.map((mark) => markSection(say, mark))}
${texts(say('survey.liked'), liked)}${texts(say('survey.missed'), missed)}`
}

function markSection(say: Say, { key, times, mean }: MarkResult): Html {
  const most = largest(times)
  const title = say(`survey.mark.${key}`)
  const rows = times.map(
    (number, at) =>
      html`<tr><th scope="row">${at + 1}</th><td class="number">${number}</td><td class="share">${bar(number, most)}</td></tr>`,
  )
  const heads = [say('survey.mark'), say('survey.times'), html`<span class="unseen">${say('numbers.drawn')}</span>`]
  return html`<section class="stack"><h2>${title}</h2><p>${say('survey.mean', { mean: Math.round(mean * 10) / 10 })}</p>
${table(title, heads, rows)}</section>`
}

function texts(title: string, all: readonly string[]): Html | null {
  if (all.length === 0) return null
  return html`<section class="stack"><h2>${title}</h2><ul class="said" role="list">${all.map((text) => html`<li class="card">${text}</li>`)}</ul></section>`
}

function reports(say: Say, { project, reported }: ResultsView): Html {
  return html`<section class="stack" id="reported"><h2>${say('survey.reported')}</h2><p class="hint">${say('survey.reported-hint')}</p>
<ul class="said" role="list">${reported.map(({ text, title }) => html`<li class="card">${title ? html`<p class="above">${words(say, title, project.locales)}</p>` : null}<p>${text}</p></li>`)}</ul></section>`
}
