import type { Item } from '../../server/dialogue/item.ts'
import { type Html, html } from '../html.ts'
import { languageBadge, words } from '../parts/texts.ts'
import { quoted, still } from '../room/quoted.ts'
import type { Say } from '../say.ts'
import { date } from '../when.ts'

/** What somebody said, in their own words and language. */
export function voiceText(say: Say, { text, locale }: Item['voice']): Html {
  if (locale === say.locale) return html`<span class="voice-text">${quoted(text)}</span>`
  return html`<span class="voice-text" lang="${locale}">${quoted(text)}</span> ${languageBadge(locale)}`
}

/** Who said it, if they say so, and how many want to know. */
export function voiceFacts(say: Say, { voice, votes }: Item): Html {
  const facts = [still(voice.name ?? '', 60), votes > 0 ? say('dialogue.votes', { votes }) : ''].filter(Boolean)
  return html`${facts.join(' · ')}`
}

export function dueText(say: Say, dueOn: string | null, today: string): Html {
  if (!dueOn) return html`<span class="hint">${say('dialogue.no-date')}</span>`
  const late = dueOn < today
  const text = say(late ? 'dialogue.late-since' : 'dialogue.until', { date: date(dueOn, say.locale) })
  return html`<span class="badge ${late ? 'failed' : 'waiting'}">${text}</span>`
}

export function whereAsked(say: Say, { meeting }: Item, order: Parameters<typeof words>[2]): Html {
  return meeting ? words(say, meeting.title, order) : html`${say('ideas.title')}`
}
