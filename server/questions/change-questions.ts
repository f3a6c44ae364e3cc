import type { Database, Tx } from '../../db/open.ts'
import type { Meeting, Organiser, Project } from '../../db/schema.ts'
import { type HistoryDeed, record } from '../history.ts'
import { freshMeeting } from '../meetings/queries.ts'
import { writableProject } from '../projects/writable.ts'
import { notFound, Refusal } from '../refusal.ts'
import { type AskedQuestion, questionsOf } from './queries.ts'

export type Where = { project: Project; meeting: Meeting }

/** What to write down: the deed, and the question by its words; null when nothing was to be done any more. */
type Done = { deed: HistoryDeed; about: AskedQuestion['wording']['label'] } | null

/** One change to a meeting's questions as they are now. A meeting that is called off asks nothing any more. */
export async function changeQuestions(
  db: Database,
  { project, meeting }: Where,
  by: Organiser,
  now: Temporal.Instant,
  change: (tx: Tx, all: AskedQuestion[], fresh: Meeting) => Promise<Done>,
): Promise<void> {
  await db.transact(
    async (tx) => {
      await writableProject(tx, project)
      const fresh = (await freshMeeting(tx, meeting)) ?? notFound()
      if (fresh.status === 'cancelled') throw new Refusal('meeting.is-cancelled')
      const done = await change(tx, await questionsOf(tx, fresh), fresh)
      if (done) await record(tx, done.deed, by, { project, meeting }, now, { title: JSON.stringify(done.about) })
    },
    { touches: project.id, lock: meeting.id },
  )
}
