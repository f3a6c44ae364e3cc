import { eq, gt, inArray, isNull, or } from '../../db/drizzle.ts'
import type { Database, Reads } from '../../db/open.ts'
import { meetings, slides, slots } from '../../db/schema.ts'
import { discard, type FileStore } from '../files/store.ts'
import { forgottenAt } from '../registrations/forgotten-at.ts'
import { slidesKey } from './store.ts'

/** Deletes slides that were never published, with their files, when the meeting's people are forgotten. */
export async function forgetSlides(db: Database, files: FileStore, now: Temporal.Instant): Promise<void> {
  const gone = await db.transact(
    async (tx) => {
      const kept = await rememberedSlides(tx)
      const due = kept.filter(({ meeting }) => Temporal.Instant.compare(forgottenAt(meeting), now) < 0)
      const ids = due.map(({ id }) => id).slice(0, 500)
      return ids.length > 0 ? await tx.delete(slides).where(inArray(slides.id, ids)).returning() : []
    },
    { touches: 'nothing' },
  )
  await discard(files, ...gone.map(slidesKey))
}

/** Those that were never published. */
export async function rememberedSlides(db: Reads) {
  const unpublished = or(isNull(slots.slidesPublishedAt), gt(slides.handedInAt, slots.slidesPublishedAt))
  return await db
    .select({ id: slides.id, meeting: meetings })
    .from(slides)
    .innerJoin(slots, eq(slots.id, slides.slotId))
    .innerJoin(meetings, eq(meetings.id, slots.meetingId))
    .where(unpublished)
}
