import { inArray } from '../../db/drizzle.ts'
import type { Database, Tx } from '../../db/open.ts'
import { slotSpeakers, speakers } from '../../db/schema.ts'
import { discard, type FileStore } from '../files/store.ts'
import { nobody, wipe } from './forget-me.ts'
import { pictureKey } from './picture.ts'
import { type Remembered, rememberedSpeakers } from './remembered.ts'

/**
 * Wipes what only organisers know of speakers whose last meeting is long over. Whoever was publicly named keeps name
 * and words, as released; of all others nothing stays.
 */
export async function forgetSpeakers(db: Database, files: FileStore, now: Temporal.Instant): Promise<void> {
  const pictures = await db.transact(
    async (tx) => {
      const due = (await rememberedSpeakers(tx)).filter(({ until }) => Temporal.Instant.compare(until, now) < 0)
      for (const some of inHundreds(due)) await forgetSome(tx, some)
      return due.flatMap(({ isPublic, pictureId }) => (isPublic ? [] : (pictureId ?? [])))
    },
    { touches: 'nothing' },
  )
  await discard(files, ...pictures.map(pictureKey))
}

async function forgetSome(tx: Tx, some: readonly Remembered[]): Promise<void> {
  const ids = some.map(({ id }) => id)
  await wipe(tx, ids)
  // That they said no stays: an agenda that named them must not do so again.
  await tx
    .update(slotSpeakers)
    .set({ invitedAt: null, answeredAt: null, confirmedAt: null, remindedAt: null, slidesRemindedAt: null })
    .where(inArray(slotSpeakers.speakerId, ids))
  const unknown = some.flatMap(({ id, isPublic }) => (isPublic ? [] : [id]))
  await tx.update(speakers).set(nobody).where(inArray(speakers.id, unknown))
}

function inHundreds(all: readonly Remembered[]): Remembered[][] {
  return Array.from({ length: Math.ceil(all.length / 500) }, (_, i) => all.slice(i * 500, (i + 1) * 500))
}
