import type { Project, Question } from '../../db/schema.ts'
import type { AskedQuestion } from '../../server/questions/queries.ts'
import { plain } from '../parts/texts.ts'
import type { Say } from '../say.ts'
import { optionText } from './answer-text.ts'

/** "Only if “Will you eat with us?” is: yes". */
export function onlyIfText(
  say: Say,
  { locales }: Pick<Project, 'locales'>,
  all: readonly AskedQuestion[],
  { questionId, answers }: NonNullable<Question['onlyIf']>,
): string {
  const other = all.find(({ question }) => question.id === questionId)
  if (!other) return ''
  const { wording } = other
  const said = answers.map((id) => optionText(say, locales, wording, id)).join(` ${say('questions.or')} `)
  return say('questions.only-if-text', { question: plain(say, wording.label, locales), answers: said })
}
