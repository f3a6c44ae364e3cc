import { plain } from '../parts/texts.ts'
import type { Say } from '../say.ts'
import { deadlineFact, facts, heldFact } from './facts.ts'
import type { LetterContent } from './frame.ts'
import { about, firstSmallPrint, manageLink, pageLink, projectLink, smallPrint } from './registration-parts.ts'
import type { Told } from './told.ts'

type Content = (say: Say, told: Told) => LetterContent

// Letters about a place that somebody else has to say yes to first; none of them carries what somebody typed.

export const requested: Content = (say, told) => ({
  ...about(say, told, 'letter.requested.subject'),
  lead: say('letter.requested.lead'),
  facts: facts(say, told),
  button: manageLink(say, told, 'letter.manage'),
  further: [say('letter.requested.cannot'), pageLink(say, told)],
  small: firstSmallPrint(say, told),
})

export const refused: Content = (say, told) => ({
  ...about(say, told, 'letter.refused.subject'),
  lead: say('letter.refused.lead'),
  facts: facts(say, told),
  further: [say('letter.refused.ask'), projectLink(say, told)],
  small: smallPrint(say, told),
})

export const held: Content = (say, told) => ({
  ...about(say, told, 'letter.held.subject'),
  lead: say('letter.held.lead'),
  facts: [heldFact(say, told), ...facts(say, told)],
  button: manageLink(say, told, 'letter.manage'),
  further: [say('letter.held.calendar'), pageLink(say, told)],
  small: firstSmallPrint(say, told),
})

/** Whoever they named as their guardian says that they are not. */
export const guardianUnknown: Content = (say, told) => ({
  ...about(say, told, 'letter.guardian-unknown.subject'),
  lead: say('letter.guardian-unknown.lead'),
  facts: [...(told.registration.heldUntil ? [heldFact(say, told)] : []), ...facts(say, told)],
  button: manageLink(say, told, 'letter.guardian-unknown.button'),
  further: [pageLink(say, told)],
  small: smallPrint(say, told),
})

export const invited: Content = (say, told) => ({
  ...about(say, told, 'letter.invited.subject'),
  lead: say('letter.invited.lead', { project: plain(say, told.project.title, told.project.locales) }),
  facts: [deadlineFact(say, told), ...facts(say, told)],
  button: manageLink(say, told, 'letter.offer.button'),
  further: [pageLink(say, told)],
  small: smallPrint(say, told),
})
