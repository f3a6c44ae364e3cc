import type { Say } from '../say.ts'
import { facts, workshopFacts } from './facts.ts'
import type { LetterContent } from './frame.ts'
import { about, doorCode, manageLink, pageLink, questionsLink, smallPrint } from './registration-parts.ts'
import type { Told } from './told.ts'

/** No calendar part: a second invitation would ask for a second answer. */
export function reminder(say: Say, told: Told): LetterContent {
  return {
    ...about(say, told, 'letter.reminder.subject'),
    lead: say('letter.reminder.lead'),
    facts: [...facts(say, told), ...workshopFacts(say, told)],
    button: manageLink(say, told, 'letter.manage'),
    ...doorCode(say, told),
    further: [...questionsLink(say, told), say('letter.confirmation.cannot'), pageLink(say, told)],
    small: smallPrint(say, told),
  }
}
