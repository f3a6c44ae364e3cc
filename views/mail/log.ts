import type { Letter, Project } from '../../db/schema.ts'
import type { Step } from '../../server/mail/outbox/log.ts'
import { type Html, html } from '../html.ts'
import { paths } from '../paths.ts'
import type { Say } from '../say.ts'
import { kindName, moment, stateBadge } from './names.ts'
import { steps } from './steps.ts'

export type LetterLog = { letters: Letter[]; steps: Map<string, Step[]> }

/** Every letter to one person, and what became of each. */
export function letterLog(say: Say, project: Project, log: LetterLog): Html {
  return html`<section class="stack" id="letters"><h2>${say('workspace.letters')}</h2>
${log.letters.length === 0 ? html`<p>${say('one.no-letters')}</p>` : html`<ol class="outbox">${log.letters.map((letter) => row(say, project, log, letter))}</ol>`}</section>`
}

function row(say: Say, project: Project, log: LetterLog, letter: Letter): Html {
  return html`<li><p class="outbox-to"><a href="${paths.letter(project, letter)}">${kindName(say, letter)}</a></p>
<p class="outbox-what">${letter.recipient}</p>
<p class="outbox-state">${stateBadge(say, letter)}</p>
<p class="outbox-when hint">${moment(say, project, letter)}</p>
<div class="outbox-why">${steps(say, project, log.steps.get(letter.id))}</div></li>`
}
