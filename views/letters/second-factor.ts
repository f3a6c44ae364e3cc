import type { FactorChange } from '../../server/second-factors/tell.ts'
import type { Say } from '../say.ts'
import { momentWithin, usualZone } from '../when.ts'
import type { LetterContent } from './frame.ts'

type Told = { change: FactorChange; at: Temporal.Instant; url: string }

/** Whoever did it themselves has nothing to do; the others have to hear of it at once. */
export function secondFactorContent(say: Say, { change, at, url }: Told): LetterContent {
  const ended = change === 'forgotten' ? 'letter.second-factor.ended-all' : 'letter.second-factor.ended'
  return {
    subject: say('letter.second-factor.subject'),
    lead: say(`letter.second-factor.${change}`, { when: momentWithin(at, usualZone, say.locale) }),
    further: [...(change === 'code-used' ? [] : [say(ended)]), say('letter.second-factor.not-you')],
    button: { label: say('letter.second-factor.button'), url },
  }
}
