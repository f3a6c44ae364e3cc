import { inArray } from '../../db/drizzle.ts'
import type { Tx } from '../../db/open.ts'
import { type Letter, type Meeting, type Project, speakers } from '../../db/schema.ts'
import { changesVenue } from '../meetings/changes.ts'
import { appearancesIn } from './appearances.ts'
import { isReckonedWith } from './standings.ts'
import { tellSpeaker } from './tell.ts'

/**
 * Of another place, name or zone of the meeting, and that it takes place after all, its speakers hear once it has
 * settled, unless the release that moves along has told them by then.
 */
export async function tellSpeakersOfChange(
  tx: Tx,
  project: Project,
  { before, after, facts }: { before: Meeting; after: Meeting; facts: Letter['facts'] },
  now: Temporal.Instant,
): Promise<void> {
  if (before.status === 'draft' || (before.status === after.status && !changesVenue(before, after))) return
  const ids = (await appearancesIn(tx, after)).filter(isReckonedWith).map(({ speakerId }) => speakerId)
  if (ids.length === 0) return
  const told = await tx.select().from(speakers).where(inArray(speakers.id, ids))
  const dueAt = now.add({ minutes: after.quietMinutes })
  for (const speaker of told)
    await tellSpeaker(tx, 'speaker-changed', { project, meeting: after }, speaker, now, { facts, dueAt })
}
