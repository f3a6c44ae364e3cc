import type { Say } from '../say.ts'
import { shortDay } from '../when.ts'
import type { LetterContent } from './frame.ts'
import { about, manageLink, pageLink, smallPrint } from './registration-parts.ts'
import type { Told } from './told.ts'

/** To whoever came, before the photos are public. `publicFrom`: the day on which everybody sees them. */
export function photosPreview(say: Say, told: Told, publicFrom: Temporal.Instant): LetterContent {
  const link = manageLink(say, told, 'letter.photos-preview.button')
  return {
    ...about(say, told, 'letter.photos-preview.subject'),
    lead: say('letter.photos-preview.lead', { date: shortDay(publicFrom, told.meeting.zone, say.locale) }),
    button: { ...link, url: `${link.url}/album` },
    further: [pageLink(say, told)],
    small: smallPrint(say, told),
  }
}
