import type { Reads } from '../../db/open.ts'
import type { OverviewView } from '../../views/meetings/overview.ts'
import { draftChanges } from '../agenda/draft-changes.ts'
import { draftAgenda, releasedAgenda } from '../agenda/queries.ts'
import { planned } from '../agenda/release.ts'
import { guardianNeeds } from '../guardians/needs.ts'
import { guardianAnswers } from '../guardians/queries.ts'
import { standing } from '../registrations/places/standing.ts'
import { slidesMissing } from '../slides/queries.ts'
import { speakerNeeds } from '../speakers/needs.ts'
import { undecided } from '../stories/queries.ts'
import { missing } from './missing.ts'
import { type Found, undelivered } from './queries.ts'
import { isOver, statusOf } from './status.ts'
import { untranslated } from './untranslated.ts'

/** How a meeting stands, and what it needs. */
export async function overviewOf(
  db: Reads,
  { project, meeting }: Found,
  publicUrl: string,
  now: Temporal.Instant,
): Promise<OverviewView> {
  const released = await releasedAgenda(db, meeting)
  const draft = await draftAgenda(db, meeting)
  return {
    ...{ project, meeting },
    status: statusOf(meeting, now),
    places: await standing(db, meeting),
    letters: await undelivered(db, meeting),
    unreleased: draftChanges(released, planned(draft)).length,
    speakers: speakerNeeds(draft.slots),
    guardians: guardianNeeds(await guardianAnswers(db, meeting)),
    slidesMissing: isOver(meeting, now) ? 0 : await slidesMissing(db, meeting),
    stories: await undecided(db, project, meeting, now),
    untranslated: untranslated(project, meeting),
    lacks: missing(project, meeting),
    embedding: released && meeting.status !== 'draft' ? { publicUrl } : null,
  }
}
