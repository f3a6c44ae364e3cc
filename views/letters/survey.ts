import type { Meeting, Project } from '../../db/schema.ts'
import { plain } from '../parts/texts.ts'
import type { Say } from '../say.ts'
import { shortDay } from '../when.ts'
import { headingOf } from './facts.ts'
import type { LetterContent } from './frame.ts'

export type SurveyTold = {
  project: Project
  meeting: Meeting
  className: string | null
  surveyUrl: string
  expiresAt: Temporal.Instant
  unsubscribeUrl: string
}

/** How was it? To whoever came; of a class to whoever brought it. */
export function survey(say: Say, { project, meeting, className, ...told }: SurveyTold): LetterContent {
  const date = shortDay(told.expiresAt, meeting.zone, say.locale)
  return {
    ...headingOf(say, { project, meeting }),
    subject: say('letter.survey.subject', { title: plain(say, meeting.title, project.locales) }),
    lead: say(className === null ? 'letter.survey.lead' : 'letter.survey.class-lead'),
    button: { label: say('letter.survey.answer'), url: told.surveyUrl },
    further: [{ label: say('letter.unsubscribe'), url: told.unsubscribeUrl }],
    small: [say('letter.survey.until', { date })],
  }
}
