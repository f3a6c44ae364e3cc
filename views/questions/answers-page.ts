import type { Meeting, Project } from '../../db/schema.ts'
import type { AnswerTable } from '../../server/questions/answer-tables.ts'
import { type Html, html } from '../html.ts'
import { colourOf, type Page } from '../page.ts'
import { marked, plain, words as wordsIn } from '../parts/texts.ts'
import { workspace } from '../parts/workspace.ts'
import { paths } from '../paths.ts'
import type { Say } from '../say.ts'
import { isReworded } from './answer-text.ts'
import { said } from './said.ts'

export type AnswersView = { project: Project; meeting: Meeting; tables: AnswerTable[] }

/** Diets and needs as numbers, for whoever orders the food; no names. */
export function answersPage(say: Say, view: AnswersView): Page {
  const { project, meeting, tables } = view
  return {
    say,
    title: say('questions.see-answers'),
    colour: colourOf(project),
    personal: true,
    workspace: workspace(say, { here: 'registrations', project, meeting }),
    main: html`<div class="stack questions-desk"><p class="above"><a href="${paths.registrations(project, meeting)}">${say('workspace.registrations')}</a> · <a href="${paths.questions(project, meeting)}">${say('questions.title')}</a></p>
<h1>${say('questions.see-answers')}</h1>
<p class="lead">${say('questions.answers-lead')}</p>
${tables.length === 0 ? html`<div class="empty"><p>${say('questions.answers-empty')}</p></div>` : tables.map((one) => section(say, view, one))}</div>`,
  }
}

function section(say: Say, view: AnswersView, one: AnswerTable): Html {
  const { question, wording, people } = one
  const { locales } = view.project
  return html`<section class="card stack" id="answers-${question.id}"><h2>${marked(say, wording.label, locales)}</h2>
<p class="hint">${say('questions.answered', { people })}${question.retiredAt ? ` · ${say('questions.retired')}` : null}</p>
${people === 0 ? null : one.counts.length > 0 ? counts(say, view, one) : written(say, view, one)}</section>`
}

function counts(say: Say, { project }: AnswersView, { counts: lines }: AnswerTable): Html {
  const name = ({ id, label, isFormer }: AnswerTable['counts'][number]) => {
    const text = label ? wordsIn(say, label, project.locales) : say(id === 'yes' ? 'questions.yes' : 'questions.no')
    return html`${text}${isFormer ? html` <span class="hint">${say('questions.former')}</span>` : null}`
  }
  const rows = lines.map(
    (line) => html`<tr><th scope="row">${name(line)}</th><td class="number">${line.people}</td></tr>`,
  )
  return html`<table class="table answer-counts"><thead><tr><th scope="col">${say('questions.option')}</th><th scope="col">${say('questions.people')}</th></tr></thead>
<tbody>${rows}</tbody></table>`
}

function written(say: Say, view: AnswersView, { words: all, wording }: AnswerTable): Html {
  if (!all) return html`<p class="hint">${say('questions.not-yours')}</p>`
  return html`<ul class="answer-words">${all.map(
    (one) =>
      html`<li>${said(say, view, one)}${
        isReworded(one.wording, wording)
          ? html` <span class="hint">${say('questions.in-other-words', { asked: plain(say, one.wording.label, view.project.locales) })}</span>`
          : null
      }</li>`,
  )}</ul>`
}
