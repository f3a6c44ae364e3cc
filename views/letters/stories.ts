import { inLanguage } from '../../db/languages.ts'
import type { Call, Meeting, Project, Story, StorySpeaker } from '../../db/schema.ts'
import { plain } from '../parts/texts.ts'
import { whenText } from '../parts/when-and-where.ts'
import type { MessageKey, Say } from '../say.ts'
import { dayAndTime, shortDay } from '../when.ts'
import type { Fact, LetterContent } from './frame.ts'

type AboutCall = { project: Project; meeting: Meeting | null; call: Call; zone: string; callUrl: string }

/** What the letters about a story are written from. */
export type StoryTold = AboutCall & {
  story: Story
  me: StorySpeaker
  /** Where an accepted story goes. */
  wentTo: Meeting | null
  /** The organiser's own line under a no. */
  line: string
  forgottenAt: Temporal.Instant
  ownUrl: string
  publicUrl: string
}

type Content = (say: Say, told: StoryTold) => LetterContent

// Anybody can cause the first four by typing somebody's address: they never carry what somebody typed.

export const saved: Content = (say, told) => ({
  ...about(say, told, 'letter.story-saved.subject'),
  lead: say('letter.story-saved.lead'),
  facts: deadline(say, told),
  button: { label: say('letter.story-saved.button'), url: told.ownUrl },
  further: [say('letter.story-saved.next')],
  small: firstSmallPrint(say, told),
})

export const handedIn: Content = (say, told) => ({
  ...about(say, told, 'letter.story-handed-in.subject'),
  lead: say('letter.story-handed-in.lead'),
  facts: deadline(say, told),
  button: { label: say('letter.story-handed-in.button'), url: told.ownUrl },
  further: [say('letter.story-handed-in.next')],
  small: firstSmallPrint(say, told),
})

export const coSpeaker: Content = (say, told) => ({
  ...about(say, told, 'letter.story-co-speaker.subject'),
  lead: say('letter.story-co-speaker.lead'),
  facts: deadline(say, told),
  button: { label: say('letter.story-co-speaker.button'), url: told.ownUrl },
  small: firstSmallPrint(say, told),
})

export function full(say: Say, told: AboutCall): LetterContent {
  return {
    ...about(say, told, 'letter.story-full.subject'),
    lead: say('letter.story-full.lead'),
    facts: deadline(say, told),
    button: { label: say('letter.story-full.button'), url: told.callUrl },
  }
}

export const reminder: Content = (say, told) => ({
  ...about(say, told, 'letter.story-reminder.subject'),
  lead: say('letter.story-reminder.lead'),
  facts: deadline(say, told),
  button: { label: say('letter.story-reminder.button'), url: told.ownUrl },
  further: [say('letter.story-reminder.never-mind')],
  small: smallPrint(say, told),
})

export const accepted: Content = (say, told) => ({
  subject: say('letter.story-accepted.subject', { title: told.story.title }),
  heading: told.story.title,
  headingLocale: foreign(say, told.story.language),
  lead: say('letter.story-accepted.lead'),
  facts: told.wentTo ? meetingFacts(say, told, told.wentTo) : [],
  button: { label: say('letter.story-accepted.button'), url: told.ownUrl },
  further: [say('letter.story-accepted.next'), ...(told.me.minor ? [say('letter.story-accepted.guardian')] : [])],
  small: smallPrint(say, told),
})

export const rejected: Content = (say, told) => ({
  subject: say('letter.story-rejected.subject', { title: told.story.title }),
  heading: told.story.title,
  headingLocale: foreign(say, told.story.language),
  lead: say('letter.story-rejected.lead'),
  further: [...(told.line ? [told.line] : []), say('letter.story-rejected.next')],
  small: smallPrint(say, told),
})

function about(say: Say, { project, call }: AboutCall, subject: MessageKey) {
  const { text, locale } = inLanguage(call.title, say.locale, project.locales)
  return { heading: text, headingLocale: foreign(say, locale), subject: say(subject, { title: text }) }
}

function foreign<T extends string>(say: Say, locale: T): T | undefined {
  return locale === say.locale ? undefined : locale
}

function deadline(say: Say, { call, zone, project, meeting }: AboutCall): Fact[] {
  const until = { label: say('letter.story.until'), value: dayAndTime(call.closesAt, zone, say.locale) }
  return meeting ? [{ label: say('letter.title'), value: plain(say, meeting.title, project.locales) }, until] : [until]
}

function meetingFacts(say: Say, { project }: StoryTold, meeting: Meeting): Fact[] {
  return [
    { label: say('letter.title'), value: plain(say, meeting.title, project.locales) },
    { label: say('letter.when'), value: whenText(say, meeting) },
  ]
}

function firstSmallPrint(say: Say, told: StoryTold): string[] {
  return [...smallPrint(say, told), say('letter.story.not-you'), say('letter.story.keep-link')]
}

function smallPrint(say: Say, { project, zone, forgottenAt, story }: StoryTold): string[] {
  const [title, date] = [plain(say, project.title, project.locales), shortDay(forgottenAt, zone, say.locale)]
  return [
    say(story.status === 'accepted' ? 'letter.story.who-sees-speaker' : 'letter.story.who-sees', {
      project: title,
      date,
    }),
  ]
}
