import type { Meeting, Project, Question, QuestionKind } from '../../db/schema.ts'
import type { AskedQuestion } from '../../server/questions/queries.ts'
import { type Html, html } from '../html.ts'
import { colourOf, type Page } from '../page.ts'
import { choiceField } from '../parts/fields.ts'
import { marked, plain, words } from '../parts/texts.ts'
import { workspace } from '../parts/workspace.ts'
import { paths } from '../paths.ts'
import type { Say } from '../say.ts'
import { onlyIfText } from './only-if.ts'

export type Listed = AskedQuestion & {
  /** How many have answered. */
  people: number
  /** Those only asked because of an answer to it. */
  hanging: Question[]
  up: boolean
  down: boolean
}

export type QuestionsView = { project: Project; meeting: Meeting; listed: Listed[]; kinds: readonly QuestionKind[] }

export function questionsPage(say: Say, view: QuestionsView): Page {
  const { project, meeting, listed } = view
  const [put, retired] = [
    listed.filter(({ question }) => !question.retiredAt),
    listed.filter(({ question }) => question.retiredAt),
  ]
  return {
    say,
    title: say('questions.title'),
    colour: colourOf(project),
    workspace: workspace(say, { here: 'sign-up', project, meeting }),
    main: html`<div class="stack questions-desk"><p class="above"><a href="${paths.signUp(project, meeting)}">${say('workspace.sign-up')}</a></p>
<h1>${say('questions.title')}</h1>
<p class="lead">${say('questions.lead')}</p>
${put.length === 0 ? html`<div class="empty"><p>${say('questions.empty')}</p></div>` : html`<ol class="question-list" role="list">${put.map((one) => item(say, view, one))}</ol>`}
${meeting.status === 'cancelled' ? html`<p class="notice">${say('meeting.is-cancelled')}</p>` : adding(say, view)}
${listed.some(({ people }) => people > 0) ? html`<p><a class="button quiet" href="${paths.answers(project, meeting)}">${say('questions.see-answers')}</a></p>` : null}
${
  retired.length > 0
    ? html`<section class="stack" aria-labelledby="retired"><h2 id="retired">${say('questions.retired')}</h2>
<p class="hint">${say('questions.retired-hint')}</p><ul class="question-list" role="list">${retired.map((one) => item(say, view, one))}</ul></section>`
    : null
}</div>`,
  }
}

function adding(say: Say, { project, meeting, kinds }: QuestionsView): Html {
  const options = kinds.map((kind) => ({ value: kind, label: say(`questions.kind.${kind}`) }))
  return html`<form class="card row question-add" method="get" action="${paths.newQuestion(project, meeting)}">
${choiceField(say, { typed: {}, problems: null }, { name: 'kind', label: say('questions.kind'), options })}
<button class="button">${say('questions.add')}</button></form>`
}

function item(say: Say, view: QuestionsView, listed: Listed): Html {
  const { project, meeting } = view
  const { question, wording } = listed
  return html`<li class="card question-item" id="question-${question.id}">
<h2><a href="${paths.question(project, meeting, question)}">${marked(say, wording.label, project.locales)}</a></h2>
<p class="hint">${facts(say, listed).join(' · ')}</p>
${question.onlyIf ? html`<p class="hint">${onlyIfText(say, project, view.listed, question.onlyIf)}</p>` : null}
${wording.options.length > 0 ? html`<p class="hint">${wording.options.map(({ label }) => plain(say, label, project.locales)).join(' · ')}</p>` : null}
${meeting.status === 'cancelled' ? null : deeds(say, view, listed)}</li>`
}

function facts(say: Say, { question, people }: Listed): string[] {
  const { kind, required, asked, visibleTo, keepDays } = question
  return [
    say(`questions.kind.${kind}`),
    ...(required ? [say('questions.is-required')] : []),
    say(asked === 'at-sign-up' ? 'questions.at-sign-up' : 'questions.with-place'),
    say('questions.readers', { who: readersText(say, visibleTo) }),
    ...(keepDays === null ? [] : [say('questions.kept', { days: keepDays })]),
    say('questions.answered', { people }),
  ]
}

function readersText(say: Say, visibleTo: Question['visibleTo']): string {
  const roles = ['owner', 'organiser', 'door'] as const
  return roles
    .filter((role) => role === 'owner' || visibleTo.includes(role))
    .map((role) => say(`questions.reader.${role}`))
    .join(', ')
}

function deeds(say: Say, view: QuestionsView, listed: Listed): Html {
  const { question, people, hanging, up, down } = listed
  if (question.retiredAt) return html`<div class="row">${deed(say, view, listed, 'bring-back')}</div>`
  const isNeeded = hanging.some(({ retiredAt }) => !retiredAt)
  return html`<div class="row">${up ? deed(say, view, listed, 'up') : null}${down ? deed(say, view, listed, 'down') : null}${isNeeded ? null : deed(say, view, listed, 'retire')}${hanging.length === 0 && people === 0 ? deed(say, view, listed, 'delete') : null}</div>
${isNeeded ? html`<p class="hint">${say('questions.needed-by', { others: othersIn(say, view, hanging) })}</p>` : null}`
}

function othersIn(say: Say, { project, listed }: QuestionsView, hanging: Question[]): string {
  const its = listed.filter(({ question }) => hanging.some(({ id, retiredAt }) => id === question.id && !retiredAt))
  return its.map(({ wording }) => plain(say, wording.label, project.locales)).join(' · ')
}

function deed(
  say: Say,
  { project, meeting }: QuestionsView,
  { question, wording }: Listed,
  what: 'up' | 'down' | 'retire' | 'bring-back' | 'delete',
): Html {
  return html`<form method="post" action="${paths.questionDo(project, meeting, question, what)}">
<button class="button small ${what === 'delete' ? 'danger' : 'quiet'}">${say(`questions.deed.${what}`)}<span class="unseen">: ${words(say, wording.label, project.locales)}</span></button></form>`
}
