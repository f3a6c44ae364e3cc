import type { Say } from '../say.ts'
import { facts } from './facts.ts'
import type { LetterContent } from './frame.ts'
import { about, manageLink, pageLink, smallPrint } from './registration-parts.ts'
import type { Told } from './told.ts'

/** To somebody of age who agreed to other words than are in force now. */
export function photosChanged(say: Say, told: Told): LetterContent {
  const link = manageLink(say, told, 'letter.photos-changed.button')
  return {
    ...about(say, told, 'letter.photos-changed.subject'),
    lead: say('letter.photos-changed.lead'),
    facts: facts(say, told),
    button: { ...link, url: `${link.url}/photos` },
    further: [pageLink(say, told)],
    small: smallPrint(say, told),
  }
}
