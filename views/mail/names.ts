import type { Letter, Project } from '../../db/schema.ts'
import { type Html, html } from '../html.ts'
import { isMessageKey, type MessageKey, type Say } from '../say.ts'
import { machine, stamp } from '../when.ts'
import { stateOf } from './state-of.ts'

export function kindName(say: Say, { kind }: Pick<Letter, 'kind'>): string {
  const key = `mail.kind.${kind}`
  return isMessageKey(key) ? say(key) : kind
}

/** How it stands, and whether it came back or is in somebody's own words. */
export function stateBadge(say: Say, letter: Letter): Html {
  const state = stateOf(letter)
  return html`<span class="badge ${state}">${say(`mail.state.${state}`)}</span>${mark(say, letter.bouncedAt, 'mail.bounced')}${mark(say, letter.words, 'mail.edited')}`
}

/** When it went or was given up; while it waits, when it goes next. */
export function moment(say: Say, project: Project, { sentAt, endedAt, dueAt }: Letter): Html {
  return timeOf(say, project, sentAt ?? endedAt ?? dueAt)
}

export function timeOf(say: Say, { zone }: Pick<Project, 'zone'>, at: Temporal.Instant): Html {
  return html`<time datetime="${machine(at, zone)}">${stamp(at, zone, say.locale)}</time>`
}

function mark(say: Say, given: unknown, key: MessageKey): Html | null {
  return given ? html` <span class="badge ${key === 'mail.bounced' ? 'failed' : 'quiet'}">${say(key)}</span>` : null
}
