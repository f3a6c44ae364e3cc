import type { FileAsked } from '../../server/questions/own.ts'
import { type Html, html } from '../html.ts'
import { type FormState, problemSummary } from '../parts/fields.ts'
import { fileField } from '../parts/file-field.ts'
import { plain } from '../parts/texts.ts'
import { paths } from '../paths.ts'
import type { Say } from '../say.ts'
import { kindAndSize } from '../slides/files.ts'
import type { OwnQuestionsView } from './own-page.ts'
import { hintOf, labelOf } from './question-fields.ts'

const accepted = '.pdf,.png,.jpg,.jpeg,.webp,application/pdf,image/png,image/jpeg,image/webp'

type View = Pick<OwnQuestionsView, 'token' | 'project' | 'most'>

/** One question that is answered with a file, in a form of its own: what is typed elsewhere does not go with it. */
export function fileAnswer(say: Say, view: View, asked: FileAsked, form: FormState): Html {
  const { token, project } = view
  const problems = form.problems?.filter(({ field }) => field === `file.${asked.question.id}`) ?? []
  const own: FormState = { typed: {}, problems: problems.length > 0 ? problems : null }
  return html`<article class="card stack">
<h2 id="ask-${asked.question.id}">${labelOf(say, project, asked)}</h2>
${hint(say, view, asked)}
${problemSummary(say, own)}
${asked.file ? sent(say, view, asked) : null}
<form class="stack" method="post" action="${paths.mineFile(token, asked.question)}" enctype="multipart/form-data">
${field(say, view, asked, own)}
<p><button class="button${asked.file ? ' quiet' : ''}" aria-describedby="ask-${asked.question.id}">${say(asked.file ? 'questions.file-replace' : 'questions.file-send')}</button></p>
</form></article>`
}

function hint(say: Say, { project }: View, asked: FileAsked): Html | null {
  const found = hintOf(say, project, asked)
  return found ? html`<p class="hint">${found}</p>` : null
}

function sent(say: Say, { token, project }: View, { question, wording, file }: FileAsked): Html | null {
  if (!file) return null
  const label = plain(say, wording.label, project.locales)
  return html`<div class="row"><p><a href="${paths.mineFile(token, question)}" download>${file.name}</a> <span class="hint">${kindAndSize(say, file)}</span></p>
<form method="post" action="${paths.mineFileRemove(token, question)}"><button class="link danger">${say('slides.remove')}<span class="unseen">: ${label}</span></button></form></div>`
}

function field(say: Say, { most }: View, { question }: FileAsked, form: FormState): Html {
  const texts = { label: say('slides.file'), hint: say('questions.file-hint', { most }) }
  const known = { name: 'file', field: `file.${question.id}` }
  return fileField(say, form, { ...known, ...texts, accept: accepted, required: true })
}
