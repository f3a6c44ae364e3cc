import type { Meeting, Project } from '../../db/schema.ts'
import type { Words } from '../../server/questions/answer-tables.ts'
import { type Html, html } from '../html.ts'
import { paths } from '../paths.ts'
import type { Say } from '../say.ts'
import { answerText } from './answer-text.ts'

/** An answer for whoever may read it, a file as a link to it. */
export function said(
  say: Say,
  { project, meeting }: { project: Project; meeting: Meeting },
  { wording, value, file }: Words,
): Html {
  const text = answerText(say, project.locales, wording, value, file ? [file] : [])
  return file
    ? html`<a href="${paths.answerFile(project, meeting, file)}" download>${text}</a>`
    : html`<span class="as-typed">${text}</span>`
}
