import { type Html, html } from '../html.ts'
import { paths } from '../paths.ts'
import type { Say } from '../say.ts'

type View = { token: string; over: boolean; questions: { asked: number; open: number } }

/** On the page behind the manage link: that something is still asked, or where the answers are. */
export function questionsLine(say: Say, { token, over, questions: { asked, open } }: View): Html | null {
  if (over || asked === 0) return null
  if (open === 0)
    return html`<p><a class="button quiet" href="${paths.mineQuestions(token)}">${say('questions.mine-change')}</a></p>`
  return html`<section class="card stack"><h2>${say('questions.own-title')}</h2>
<p>${say('questions.mine-open', { count: open })}</p>
<p><a class="button" href="${paths.mineQuestions(token)}">${say('questions.mine-answer')}</a></p></section>`
}
