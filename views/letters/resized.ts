import { partySize } from '../parties/party-size.ts'
import type { Say } from '../say.ts'
import { partyFacts, whenFact } from './facts.ts'
import type { Fact, LetterContent } from './frame.ts'
import { about, manageLink, pageLink, smallPrint } from './registration-parts.ts'
import type { Told } from './told.ts'

/** A class or friends have more or fewer places than before. */
export function resized(say: Say, told: Told): LetterContent {
  return {
    ...about(say, told, 'letter.resized.subject'),
    lead: say('letter.resized.lead'),
    facts: [...sizes(say, told), whenFact(say, told)],
    button: manageLink(say, told, 'letter.manage'),
    further: [say('letter.resized.not-you'), pageLink(say, told)],
    small: smallPrint(say, told),
  }
}

function sizes(say: Say, told: Told): Fact[] {
  const { registration, sizeBefore } = told
  const size = { label: say('letter.seats'), value: partySize(say, registration) }
  const names = partyFacts(say, told).filter(({ label }) => label !== size.label)
  return [...names, sizeBefore ? { ...size, was: partySize(say, sizeBefore) } : size]
}
