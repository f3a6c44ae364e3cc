import type { Project } from '../../db/schema.ts'
import type { Step } from '../../server/mail/outbox/log.ts'
import { type Html, html } from '../html.ts'
import type { Say } from '../say.ts'
import { answerSaid } from './fault.ts'
import { timeOf } from './names.ts'

/** What became of a letter, step by step. */
export function steps(say: Say, project: Pick<Project, 'zone'>, some: readonly Step[] = []): Html | null {
  if (some.length === 0) return null
  return html`<ol class="letter-steps">${some.map(
    ({ at, outcome, by, answer }) =>
      html`<li>${timeOf(say, project, at)} ${say(`mail.step.${outcome}`)}${by ? html`, ${by}` : null}${answer ? html`: <q>${answerSaid(say, answer)}</q>` : null}</li>`,
  )}</ol>`
}
