import type { Say } from '../say.ts'
import { date } from '../when.ts'

/** "15 September 2015 – 15 March 2016", or what is known of it. */
export function dateSpan(say: Say, { startsOn, endsOn }: { startsOn: string | null; endsOn: string | null }): string {
  if (startsOn && endsOn) return `${date(startsOn, say.locale)} – ${date(endsOn, say.locale)}`
  if (startsOn) return say('projects.from', { date: date(startsOn, say.locale) })
  return endsOn ? say('projects.until', { date: date(endsOn, say.locale) }) : ''
}
