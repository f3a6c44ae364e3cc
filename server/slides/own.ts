import type { Reads } from '../../db/open.ts'
import type { Speaker } from '../../db/schema.ts'
import { forgottenAt } from '../registrations/forgotten-at.ts'
import { mostSlides } from './add-slides.ts'
import { slidesDue } from './due.ts'
import { mostMegabytes } from './intake.ts'
import { type OwnSlot, ownSlots } from './queries.ts'

/** What a speaker's page shows of slides: one for each slot that they may hand some in for. */
export type OwnSlides = OwnSlot & {
  due: Temporal.Instant
  /** The meeting is called off, or so long over that its people are forgotten: nothing more is asked for. */
  closed: boolean
  most: typeof limits
}

export const limits = { files: mostSlides, megabytes: mostMegabytes }

export async function ownSlides(db: Reads, speaker: Pick<Speaker, 'id'>, now: Temporal.Instant): Promise<OwnSlides[]> {
  const own = await ownSlots(db, speaker)
  return own.map((one) => ({
    ...one,
    due: slidesDue(one.meeting),
    closed: one.meeting.status === 'cancelled' || Temporal.Instant.compare(forgottenAt(one.meeting), now) < 0,
    most: limits,
  }))
}
