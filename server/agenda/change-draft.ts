import type { Localised } from '../../db/languages.ts'
import type { Database, Tx } from '../../db/open.ts'
import type { Meeting, Organiser, Project } from '../../db/schema.ts'
import { record } from '../history.ts'
import { writableProject } from '../projects/writable.ts'
import { type DraftAgenda, draftAgenda } from './queries.ts'

type Where = { project: Pick<Project, 'id'>; meeting: Pick<Meeting, 'id' | 'projectId'> }

/** `what`: the title of what was changed, for the history; null when nothing was. */
type Changed<T> = { result: T; what: Localised | null }

/** One change of the draft, after which the public still sees the last release: no kept page goes stale. */
export async function changeDraft<T>(
  db: Database,
  { project, meeting }: Where,
  by: Organiser,
  now: Temporal.Instant,
  change: (tx: Tx, draft: DraftAgenda, fresh: Project) => Promise<Changed<T>>,
): Promise<T> {
  return await db.transact(
    async (tx) => {
      const fresh = await writableProject(tx, project)
      const { result, what } = await change(tx, await draftAgenda(tx, meeting), fresh)
      if (what) await record(tx, 'agenda.edited', by, { project, meeting }, now, { title: JSON.stringify(what) })
      return result
    },
    { touches: 'nothing', lock: meeting.id },
  )
}
