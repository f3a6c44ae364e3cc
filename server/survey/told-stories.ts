import type { Reads } from '../../db/open.ts'
import type { Meeting } from '../../db/schema.ts'
import { releasedAgenda } from '../agenda/queries.ts'
import type { ReleasedSlot } from '../agenda/release.ts'

/** What somebody told: whoever listened may thank them. */
export async function toldStories(db: Reads, meeting: Pick<Meeting, 'id'>): Promise<ReleasedSlot[]> {
  const agenda = await releasedAgenda(db, meeting)
  return (agenda?.slots ?? []).filter(({ speakers }) => speakers.length > 0)
}
