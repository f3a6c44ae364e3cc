import { inLanguage } from '../../db/languages.ts'
import type { Meeting, Project } from '../../db/schema.ts'
import type { NewsFacts } from '../../server/news/facts.ts'
import { datesText } from '../dates.ts'
import { plain } from '../parts/texts.ts'
import type { Say } from '../say.ts'
import { datesOf, locative, shortDay } from '../when.ts'

export type DraftedWords = { title: string; lead: string; text: string }

/** An article as it follows from the data, for a person to finish; its text is Markdown. Speakers stand on the page itself. */
export function draftWords(say: Say, project: Project, meeting: Meeting, facts: NewsFacts): DraftedWords {
  const paragraphs = [groups(say, project, facts), stories(say, project, facts), ...question(say, project, facts)]
  return {
    title: say('news.draft-title', { meeting: plain(say, meeting.title, project.locales) }),
    lead: lead(say, project, meeting, facts),
    text: paragraphs.filter(Boolean).join('\n\n'),
  }
}

/** "On 12 December 2026"; Latvian says when by its case. */
export function heldOn(say: Say, { startsAt, endsAt, zone }: Meeting): string {
  const { first, last } = datesOf({ startsAt, endsAt, zone })
  if (!first.equals(last)) return datesText({ startsAt, endsAt, zone }, say.locale)
  const date = shortDay(startsAt, zone, say.locale)
  return say.locale === 'lv' ? locative(date) : date
}

export function listed(say: Say, items: readonly string[]): string {
  const tag = say.locale === 'en' ? 'en-GB' : say.locale
  return new Intl.ListFormat(tag, { style: 'long', type: 'conjunction' }).format(items)
}

function lead(say: Say, project: Project, meeting: Meeting, { people }: NewsFacts): string {
  const when = heldOn(say, meeting)
  const came = people === null ? say('news.draft-lead-uncounted', { when }) : say('news.draft-lead', { when, people })
  const place = plain(say, meeting.placeName, project.locales)
  return place ? `${came} ${say('news.draft-place', { place })}` : came
}

function groups(say: Say, { locales }: Project, { groups: all }: NewsFacts): string {
  if (all.length === 0) return ''
  const named = all.map(({ name, people }) =>
    say('news.draft-group', { group: written(plain(say, name, locales)), people }),
  )
  return say('news.draft-groups', { groups: listed(say, named) })
}

function stories(say: Say, { locales }: Project, { stories: all }: NewsFacts): string {
  if (all.length === 0) return ''
  const titles = all.map(({ title }) => say('news.draft-quoted', { text: written(plain(say, title, locales)) }))
  return say('news.draft-stories', { count: all.length, stories: listed(say, titles) })
}

function question(say: Say, { locales }: Project, { answered }: NewsFacts): string[] {
  const [first] = answered
  if (!first) return []
  const answer = inLanguage(first.answer, say.locale, locales).text
  return [
    say('news.draft-question', { count: answered.length }),
    `> ${written(first.text)}`,
    say('news.draft-answer'),
    ...(answer ? [answer] : []),
  ]
}

/** What people typed as plain text stays plain text in Markdown. */
function written(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[\\`*_[\]<>#|~]/g, '\\$&')
}
