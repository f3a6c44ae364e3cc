import type { Say } from '../say.ts'
import { facts } from './facts.ts'
import type { LetterContent } from './frame.ts'
import { about, pageLink, smallPrint } from './registration-parts.ts'
import type { Told } from './told.ts'

export function questionsReminder(say: Say, told: Told): LetterContent {
  return {
    ...about(say, told, 'letter.questions.subject'),
    lead: say('letter.questions.lead', { count: told.questions.needed }),
    facts: facts(say, told),
    button: { label: say('letter.questions.button'), url: told.questions.url },
    further: [say('letter.questions.cannot'), pageLink(say, told)],
    small: smallPrint(say, told),
  }
}
