import { eq } from '../../db/drizzle.ts'
import type { Database, Tx } from '../../db/open.ts'
import { type Call, type Meeting, type Organiser, type Project, type Story, stories } from '../../db/schema.ts'
import { record } from '../history.ts'
import { writableProject } from '../projects/writable.ts'
import { notFound } from '../refusal.ts'
import { decide, type Outcome } from './decide.ts'
import { hasJoined } from './held.ts'
import { land } from './land.ts'
import { freshCall, speakersOfStories } from './queries.ts'
import { tellEach } from './tell.ts'

type Where = { project: Project; meeting: Meeting }

/**
 * Says yes, puts each story into the meeting's tray, and tells everybody who tells it. Of those whom the public knows
 * already it may say more, or less.
 */
export async function acceptStories(
  db: Database,
  { project, meeting, call }: Where & { call: Pick<Call, 'id'> },
  ids: readonly string[],
  by: Organiser,
  now: Temporal.Instant,
): Promise<Outcome> {
  return await db.transact(
    async (tx) => {
      await writableProject(tx, project)
      const found = (await freshCall(tx, call)) ?? notFound()
      const outcome = await decide(tx, call, ids, 'accepted', by, now)
      const tellers = await tellersOf(tx, outcome.decided)
      for (const story of outcome.decided) {
        await land(tx, { project, meeting }, story, tellers(story), by, now)
        await tellEach(tx, 'story-accepted', { ...found, meeting }, tellers(story), now)
      }
      const count = String(outcome.decided.length)
      if (outcome.decided.length > 0) await record(tx, 'stories.accepted', by, { project, meeting }, now, { count })
      return outcome
    },
    { touches: project.id, lock: meeting.id },
  )
}

/** Once more into a tray, when its slot was taken away; a story that has one stays where it is. */
export async function landAgain(
  db: Database,
  where: Where,
  { id }: Pick<Story, 'id'>,
  by: Organiser,
  now: Temporal.Instant,
): Promise<void> {
  await db.transact(
    async (tx) => {
      const [story] = await tx.select().from(stories).where(eq(stories.id, id))
      if (story?.status !== 'accepted' || story.slotId) return
      const tellers = await tellersOf(tx, [story])
      await land(tx, where, story, tellers(story), by, now)
    },
    { touches: where.project.id, lock: where.meeting.id },
  )
}

async function tellersOf(tx: Tx, some: readonly Story[]) {
  const people = Map.groupBy((await speakersOfStories(tx, some)).filter(hasJoined), ({ storyId }) => storyId)
  return ({ id }: Story) => people.get(id) ?? []
}
