import { eq, inArray, ne } from '../../db/drizzle.ts'
import type { Database, Tx } from '../../db/open.ts'
import { meetings, photoObjections, photoPeople, photos, registrations } from '../../db/schema.ts'
import { consentsOf } from '../consents/consents-of.ts'
import { photoChannels } from '../consents/standing.ts'
import { forgottenAt } from '../registrations/forgotten-at.ts'

/** Who was in a photo is forgotten with their name; where they agreed to be shown stays, with the photo alone. */
export async function forgetPhotosOf(tx: Tx, registrationIds: readonly string[]): Promise<void> {
  const rows = await tx
    .select({ person: photoPeople, registration: registrations, projectId: meetings.projectId })
    .from(photoPeople)
    .innerJoin(registrations, eq(registrations.id, photoPeople.registrationId))
    .innerJoin(meetings, eq(meetings.id, registrations.meetingId))
    .where(inArray(photoPeople.registrationId, [...registrationIds]))
  for (const [id, its] of Map.groupBy(rows, ({ projectId }) => projectId)) {
    const said = await consentsOf(
      tx,
      { id },
      its.map(({ registration }) => registration),
    )
    const kept = Map.groupBy(its, ({ person, registration }) => {
      const standing = said(registration, person.participantId ? { id: person.participantId } : undefined)
      return photoChannels.filter((channel) => standing[channel] === 'yes').join(' ')
    })
    for (const [agreed, some] of kept) {
      const ids = some.map(({ person }) => person.id)
      const channels = photoChannels.filter((channel) => agreed.split(' ').includes(channel))
      await tx
        .update(photoPeople)
        .set({ registrationId: null, participantId: null, agreed: channels })
        .where(inArray(photoPeople.id, ids))
    }
  }
}

/** Whoever has themselves erased, or is taken out, is in no photo that is shown. */
export async function unshow(
  tx: Tx,
  whose: { registrationId: string } | { participantId: string } | { speakerId: string },
): Promise<void> {
  const [[column, id]] = Object.entries(whose) as [['registrationId' | 'participantId' | 'speakerId', string]]
  await tx
    .update(photoPeople)
    .set({ registrationId: null, participantId: null, speakerId: null, agreed: [] })
    .where(eq(photoPeople[column], id))
}

/** What those who objected wrote goes with the meeting's names. */
export async function forgetObjections(db: Database, now: Temporal.Instant): Promise<void> {
  await db.transact(
    async (tx) => {
      const rows = await tx
        .select({ id: photoObjections.id, meeting: meetings })
        .from(photoObjections)
        .innerJoin(photos, eq(photos.id, photoObjections.photoId))
        .innerJoin(meetings, eq(meetings.id, photos.meetingId))
        .where(ne(photoObjections.words, ''))
      const due = rows.filter(({ meeting }) => Temporal.Instant.compare(forgottenAt(meeting), now) < 0)
      const ids = due.map(({ id }) => id).slice(0, 500)
      if (ids.length > 0) await tx.update(photoObjections).set({ words: '' }).where(inArray(photoObjections.id, ids))
    },
    { touches: 'nothing' },
  )
}
