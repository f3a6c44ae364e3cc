import type { Say } from '../say.ts'
import { partyFacts, whenFact } from './facts.ts'
import type { LetterContent } from './frame.ts'
import { about, manageLink, pageLink, smallPrint } from './registration-parts.ts'
import type { Told } from './told.ts'

/** Their calendar said no for one; it is theirs to say whether that means all whom they bring. */
export function stillComing(say: Say, told: Told): LetterContent {
  return {
    ...about(say, told, 'letter.still-coming.subject'),
    lead: say('letter.still-coming.lead'),
    facts: [...partyFacts(say, told), whenFact(say, told)],
    button: manageLink(say, told, 'letter.still-coming.button'),
    further: [pageLink(say, told)],
    small: smallPrint(say, told),
  }
}
