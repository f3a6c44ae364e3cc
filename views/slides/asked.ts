import type { Meeting } from '../../db/schema.ts'
import type { Say } from '../say.ts'
import { shortDay } from '../when.ts'

/** "Please hand in your slides by …"; once that day is over, as soon as they can. `due`: see `slidesDue`. */
export function slidesAsked(
  say: Say,
  { zone }: Pick<Meeting, 'zone'>,
  due: Temporal.Instant,
  now: Temporal.Instant,
): string {
  if (Temporal.Instant.compare(due, now) < 0) return say('slides.asked-soon')
  return say('slides.asked-by', { day: shortDay(due, zone, say.locale) })
}
