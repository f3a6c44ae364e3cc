import type { Meeting, Project, Registration } from '../../db/schema.ts'
import type { FileAsked, OwnQuestions } from '../../server/questions/own.ts'
import { type Html, html } from '../html.ts'
import { colourOf, type Page } from '../page.ts'
import { type FormState, problemSummary } from '../parts/fields.ts'
import { words } from '../parts/texts.ts'
import { paths } from '../paths.ts'
import type { Say } from '../say.ts'
import { fileAnswer } from './file-answer.ts'
import { type FieldsView, questionFields, questionLabels } from './question-fields.ts'

export type OwnQuestionsView = OwnQuestions & {
  token: string
  project: Project
  meeting: Meeting
  registration: Registration
  /** Nothing is asked any more. */
  closed: boolean
  files: FileAsked[]
  earlier: FieldsView['earlier']
  /** Megabytes of one file. */
  most: number
}

export function ownQuestionsPage(say: Say, view: OwnQuestionsView, form: FormState): Page {
  const { project, meeting, token, asked } = view
  return {
    say,
    title: say('questions.own-title'),
    colour: colourOf(project),
    of: project,
    personal: true,
    scripts: [
      ...(asked.some(({ question }) => question.onlyIf) ? ['questions'] : []),
      ...(view.files.length > 0 ? ['answers'] : []),
    ],
    main: html`<div class="register-page">
<p class="above"><a href="${paths.mine(token)}">← ${words(say, meeting.title, project.locales)}</a></p>
<h1>${say('questions.own-title')}</h1>
${standing(say, view)}
${view.closed ? null : html`${answerForm(say, view, form)}${view.files.map((file) => fileAnswer(say, view, file, form))}`}
</div>`,
  }
}

function standing(say: Say, { closed, asked, answers, open, registration }: OwnQuestionsView): Html {
  if (closed) return html`<p class="notice">${say('questions.closed')}</p>`
  if (asked.length === 0)
    return html`<p class="lead">${say(registration.status === 'confirmed' ? 'questions.own-none' : 'questions.own-later')}</p>`
  if (open.length > 0) return html`<p class="lead">${say('questions.own-open', { count: open.length })}</p>`
  return html`<p class="notice" role="status">${say(answers.length > 0 ? 'questions.own-done' : 'questions.own-optional')}</p>`
}

function answerForm(say: Say, view: OwnQuestionsView, form: FormState): Html | null {
  const typed = view.asked.filter(({ question }) => question.kind !== 'file')
  if (typed.length === 0) return null
  return html`<form class="card stack own-answers" method="post" action="${paths.mineQuestions(view.token)}" novalidate>
${problemSummary(say, ownProblems(form), new Map(questionLabels(say, view.project, typed)))}
${questionFields(say, { ...view, asked: typed }, form)}
<button class="button wide">${say('questions.own-send')}</button>
</form>`
}

/** Those of a file stand with the file. */
function ownProblems({ typed, problems }: FormState): FormState {
  const its = problems?.filter(({ field }) => !field.startsWith('file.')) ?? []
  return { typed, problems: its.length > 0 ? its : null }
}
