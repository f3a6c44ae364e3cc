import type { Meeting, Project, Slot } from '../../db/schema.ts'
import { plain } from '../parts/texts.ts'
import { whenText } from '../parts/when-and-where.ts'
import type { Say } from '../say.ts'
import { slidesAsked } from '../slides/asked.ts'
import type { LetterContent } from './frame.ts'

export type SlidesTold = {
  project: Project
  meeting: Meeting
  /** Those whose slides are missing. */
  slots: readonly Slot[]
  due: Temporal.Instant
  now: Temporal.Instant
  url: string
}

export function slidesReminder(say: Say, { project, meeting, slots, due, now, url }: SlidesTold): LetterContent {
  const title = (text: Slot['title']) => plain(say, text, project.locales)
  return {
    subject: say('letter.slides-reminder.subject', { title: title(slots[0]?.title ?? {}) }),
    heading: title(meeting.title),
    lead: say('letter.slides-reminder.lead', { asked: slidesAsked(say, meeting, due, now) }),
    facts: [
      ...slots.map((slot) => ({ label: say('letter.slides-reminder.story'), value: title(slot.title) })),
      { label: say('letter.when'), value: whenText(say, meeting) },
    ],
    button: { label: say('letter.slides-reminder.button'), url },
    further: project.contactEmail ? [say('letter.slides-reminder.none')] : [],
    small: [say('letter.slides-reminder.small')],
  }
}
