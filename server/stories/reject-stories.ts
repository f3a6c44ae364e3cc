import type { Database } from '../../db/open.ts'
import type { Call, Organiser, Project } from '../../db/schema.ts'
import { record } from '../history.ts'
import { writableProject } from '../projects/writable.ts'
import { notFound } from '../refusal.ts'
import { decide, type Outcome } from './decide.ts'
import { hasJoined } from './held.ts'
import { freshCall, speakersOfStories } from './queries.ts'
import { tellEach } from './tell.ts'

/** Says no, kindly, perhaps with a line of the organiser's own. */
export async function rejectStories(
  db: Database,
  { project, call }: { project: Project; call: Pick<Call, 'id'> },
  ids: readonly string[],
  line: string,
  by: Organiser,
  now: Temporal.Instant,
): Promise<Outcome> {
  return await db.transact(
    async (tx) => {
      await writableProject(tx, project)
      const found = (await freshCall(tx, call)) ?? notFound()
      const outcome = await decide(tx, call, ids, 'rejected', by, now)
      const people = Map.groupBy(await speakersOfStories(tx, outcome.decided), ({ storyId }) => storyId)
      const facts: Record<string, string> = line ? { line } : {}
      for (const { id } of outcome.decided)
        await tellEach(tx, 'story-rejected', found, (people.get(id) ?? []).filter(hasJoined), now, facts)
      const count = String(outcome.decided.length)
      if (outcome.decided.length > 0) await record(tx, 'stories.rejected', by, found, now, { count })
      return outcome
    },
    { touches: 'nothing', lock: call.id },
  )
}
