import { eq, inArray } from '../../db/drizzle.ts'
import type { Database, Tx } from '../../db/open.ts'
import { letters, type Project, type Speaker, slides, speakerLinks, speakers } from '../../db/schema.ts'
import { releasedAgenda } from '../agenda/queries.ts'
import { leaveDigestsToOthers } from '../digest/leave-to-others.ts'
import { forgetSpeakersFeeds } from '../feeds/forget.ts'
import { discard, type FileStore } from '../files/store.ts'
import { forgetGuardians } from '../guardians/forget.ts'
import { record } from '../history.ts'
import { meetingsOf } from '../meetings/queries.ts'
import { isOver } from '../meetings/status.ts'
import { unshow } from '../photos/forget.ts'
import { notFound } from '../refusal.ts'
import { slidesKey } from '../slides/store.ts'
import { takeDownWithheld } from '../slides/take-down.ts'
import { type Appearance, appearancesOf } from './appearances.ts'
import { setStanding } from './parts.ts'
import { pictureKey } from './picture.ts'
import { freshSpeaker } from './queries.ts'
import { withdraw } from './withdrawals.ts'

/**
 * A speaker's own wish to be forgotten: out of every meeting to come, whatever becomes of its draft, and everything but
 * the name gone. On agendas of what is over the name stays, as it was released.
 */
export async function forgetMe(
  db: Database,
  files: FileStore,
  project: Project,
  speaker: Pick<Speaker, 'id'>,
  now: Temporal.Instant,
): Promise<void> {
  const { pictureId, handedIn } = await db.transact(
    async (tx) => {
      const isAhead = ({ meeting }: Pick<Appearance, 'meeting'>) => !isOver(meeting, now)
      const known = (await freshSpeaker(tx, project, speaker)) ?? notFound()
      const all = [...(await appearancesOf(tx, speaker)), ...(await namedIn(tx, project, speaker))]
      await leave(tx, project, speaker, all.filter(isAhead), now)
      await wipe(tx, [speaker.id])
      await unshow(tx, { speakerId: speaker.id })
      await tx
        .update(speakers)
        .set({ ...nobody, name: all.some((one) => !isAhead(one)) ? known.name : '' })
        .where(eq(speakers.id, speaker.id))
      await record(tx, 'speaker.forgotten', null, { project }, now)
      const theirs = await tx.delete(slides).where(eq(slides.speakerId, speaker.id)).returning()
      return { pictureId: known.pictureId, handedIn: theirs }
    },
    { touches: project.id },
  )
  if (pictureId) await discard(files, pictureKey(pictureId))
  await discard(files, ...handedIn.map(slidesKey))
}

/** How they can be reached, every link to their page, and every letter to them. At most some hundreds at once. */
export async function wipe(tx: Tx, ids: readonly string[]): Promise<void> {
  const some = [...ids]
  await tx.update(speakers).set({ email: null, locale: null, replyToken: null }).where(inArray(speakers.id, some))
  await leaveDigestsToOthers(tx, some)
  await tx.delete(letters).where(inArray(letters.speakerId, some))
  await tx.delete(speakerLinks).where(inArray(speakerLinks.speakerId, some))
  await forgetSpeakersFeeds(tx, some)
  await forgetGuardians(tx, some)
}

/** Where a release names them, though a draft may not any more. */
async function namedIn(tx: Tx, project: Project, { id }: Pick<Speaker, 'id'>): Promise<Place[]> {
  const all: Place[] = []
  for (const meeting of await meetingsOf(tx, project)) {
    const agenda = await releasedAgenda(tx, meeting)
    const its = [...(agenda?.slots ?? []), ...(agenda?.withdrawn ?? [])]
    const theirs = its.filter(({ speakers: named }) => named.some((one) => one.id === id))
    all.push(...theirs.map((slot) => ({ meeting, slotId: slot.id })))
  }
  return all
}

type Place = Pick<Appearance, 'meeting' | 'slotId'>

async function leave(
  tx: Tx,
  project: Project,
  speaker: Pick<Speaker, 'id'>,
  some: readonly Place[],
  now: Temporal.Instant,
): Promise<void> {
  for (const { meeting, slotId } of some) {
    const part = { slotId, speakerId: speaker.id }
    await takeDownWithheld(tx, { project, meeting }, [slotId])
    await setStanding(tx, part, { standing: 'declined', answeredAt: now, confirmedAt: null })
    await withdraw(tx, meeting, part, now)
  }
}

/** Of whom nothing is known any more. */
export const nobody = { name: '', bio: {}, links: [], languages: [], pictureId: null }
