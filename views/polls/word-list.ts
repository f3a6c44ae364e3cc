import type { Meeting, Poll, Project } from '../../db/schema.ts'
import type { Outcome } from '../../server/polls/outcome.ts'
import { type Html, html } from '../html.ts'
import { paths } from '../paths.ts'
import { quoted } from '../room/quoted.ts'
import type { Say } from '../say.ts'

type Where = { project: Project; meeting: Meeting }

/** Every word that was said, each of which can be kept off the wall. */
export function wordList(say: Say, { project, meeting }: Where, poll: Poll, { rows }: Outcome): Html | null {
  if (rows.length === 0) return null
  return html`<details class="card fold" id="words-${poll.id}"><summary><h3>${say('polls.words')}</h3></summary><ul class="poll-words" role="list">${rows.map(
    ({
      id,
      label,
      hidden,
    }) => html`<li><form method="post" action="${paths.pollDo(project, meeting, poll, 'word')}"><input type="hidden" name="word" value="${id}">
${typeof label === 'string' ? quoted(label) : null} <button class="link" aria-label="${say(hidden ? 'polls.word-show' : 'polls.word-hide')}: ${id}">${say(hidden ? 'polls.word-show' : 'polls.word-hide')}</button></form></li>`,
  )}</ul></details>`
}
