import { rm } from 'node:fs/promises'
import { eq, inArray } from '../../db/drizzle.ts'
import type { Database, Tx } from '../../db/open.ts'
import { letters, type Project, type Speaker, speakerLinks, speakers } from '../../db/schema.ts'
import { forgetGuardians } from '../guardians/forget.ts'
import { record } from '../history.ts'
import { isOver } from '../meetings/status.ts'
import { notFound } from '../refusal.ts'
import { type Appearance, appearancesOf } from './appearances.ts'
import { setStanding } from './parts.ts'
import { pictureFile } from './picture.ts'
import { freshSpeaker } from './queries.ts'
import { withdraw } from './withdrawals.ts'

/**
 * A speaker's own wish to be forgotten: out of every meeting to come, and everything but the name gone. On agendas of
 * what is over the name stays, as it was released.
 */
export async function forgetMe(
  db: Database,
  dataDir: string,
  project: Project,
  speaker: Pick<Speaker, 'id'>,
  now: Temporal.Instant,
): Promise<void> {
  const pictureId = await db.transact(
    async (tx) => {
      const isAhead = ({ meeting }: Appearance) => !isOver(meeting, now)
      const known = (await freshSpeaker(tx, project, speaker)) ?? notFound()
      const all = await appearancesOf(tx, speaker)
      await leave(tx, speaker, all.filter(isAhead), now)
      await wipe(tx, [speaker.id])
      await tx
        .update(speakers)
        .set({ ...nobody, name: all.some((one) => !isAhead(one)) ? known.name : '' })
        .where(eq(speakers.id, speaker.id))
      await record(tx, 'speaker.forgotten', null, { project }, now)
      return known.pictureId
    },
    { touches: project.id },
  )
  if (pictureId) await rm(pictureFile(dataDir, pictureId), { force: true })
}

/** How they can be reached, every link to their page, and every letter to them. At most some hundreds at once. */
export async function wipe(tx: Tx, ids: readonly string[]): Promise<void> {
  const some = [...ids]
  await tx.update(speakers).set({ email: null, locale: null }).where(inArray(speakers.id, some))
  await tx.delete(letters).where(inArray(letters.speakerId, some))
  await tx.delete(speakerLinks).where(inArray(speakerLinks.speakerId, some))
  await forgetGuardians(tx, some)
}

async function leave(
  tx: Tx,
  speaker: Pick<Speaker, 'id'>,
  some: readonly Appearance[],
  now: Temporal.Instant,
): Promise<void> {
  for (const { meeting, slotId } of some) {
    const part = { slotId, speakerId: speaker.id }
    await setStanding(tx, part, { standing: 'declined', answeredAt: now, confirmedAt: null })
    await withdraw(tx, meeting, part, now)
  }
}

/** Of whom nothing is known any more. */
export const nobody = { name: '', bio: {}, links: [], languages: [], pictureId: null }
