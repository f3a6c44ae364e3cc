import type { Reads } from '../../db/open.ts'
import type { Typed } from '../forms.ts'
import { furtherOf } from '../guardianships/further.ts'
import type { Found } from '../meetings/queries.ts'
import { hasBegun } from '../meetings/status.ts'
import { challengeOf } from '../proofs/proven.ts'
import { askedAt } from './asked.ts'
import { doorOf } from './door.ts'
import { standing, waitsAlone } from './places/standing.ts'

/** What the page to sign up at shows; what it asks further follows from what has been typed. */
export async function registerView(db: Reads, found: Found, now: Temporal.Instant, typed: Typed = {}) {
  const [places, asked, challenge] = await Promise.all([
    standing(db, found.meeting),
    askedAt(db, found, now),
    challengeOf(found.meeting, now),
  ])
  const door = doorOf(found.meeting, places, now)
  const waiting = door === 'waiting-list' ? places.waiting : null
  const { groups, questions, age, photosText } = asked
  const further = age && { ...furtherOf(age, typed), project: found.project, text: photosText }
  const isAhead = door === 'open' && !hasBegun(found.meeting, now)
  const waits = isAhead ? groups.filter(({ id }) => waitsAlone(places, id)).map(({ id }) => id) : []
  return { ...found, groups, waits, questions, door, waiting, further, challenge, asksOn: false }
}
