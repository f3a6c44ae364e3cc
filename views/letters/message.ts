import type { Localised } from '../../db/languages.ts'
import { plain } from '../parts/texts.ts'
import type { Say } from '../say.ts'
import { shortDay } from '../when.ts'
import { facts, headingOf } from './facts.ts'
import type { LetterContent } from './frame.ts'
import type { Told } from './told.ts'

/** What organisers wrote, as they wrote it; below, what it is about and the reader's own link. */
export function message(say: Say, told: Told, written: { subject: Localised; text: Localised }): LetterContent {
  const { project, meeting, manageUrl, forgottenAt } = told
  const date = shortDay(forgottenAt, meeting.zone, say.locale)
  return {
    ...headingOf(say, told),
    subject: plain(say, written.subject, project.locales),
    lead: plain(say, written.text, project.locales),
    facts: facts(say, told),
    button: { label: say('letter.manage'), url: manageUrl },
    small: [say('letter.who-sees', { project: plain(say, project.title, project.locales), date })],
  }
}
