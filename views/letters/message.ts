import type { Localised } from '../../db/languages.ts'
import type { Registration } from '../../db/schema.ts'
import { plain } from '../parts/texts.ts'
import type { Say } from '../say.ts'
import { shortDay } from '../when.ts'
import { facts, type Held, headingOf, whenAndWhere } from './facts.ts'
import type { LetterContent } from './frame.ts'
import type { Told } from './told.ts'

type Words = { subject: Localised; text: Localised }

/** Whom it is written to, and their own link; nobody, in a test. */
export type Reader = Held & Pick<Told, 'manageUrl' | 'forgottenAt'> & { registration: Registration | null }

/** What organisers wrote, as they wrote it; below, what it is about and the reader's own links. */
export function message(say: Say, told: Reader, words: Words, unsubscribeUrl: string | null): LetterContent {
  const { project, meeting, registration, manageUrl, forgottenAt } = told
  const date = shortDay(forgottenAt, meeting.zone, say.locale)
  return {
    ...headingOf(say, told),
    subject: plain(say, words.subject, project.locales),
    lead: plain(say, words.text, project.locales),
    facts: registration ? facts(say, { ...told, registration }) : whenAndWhere(say, told),
    button: { label: say('letter.manage'), url: manageUrl },
    further: unsubscribeUrl === null ? [] : [{ label: say('letter.unsubscribe'), url: unsubscribeUrl }],
    small: [say('letter.who-sees', { project: plain(say, project.title, project.locales), date })],
  }
}

/** The same for the organisers' own eyes: it says so, and has nobody's link in it. */
export function testOf(say: Say, content: LetterContent): LetterContent {
  const subject = say('letter.test-subject', { subject: content.subject })
  return { ...content, subject, further: [say('letter.test-links')] }
}
