import { eq, exists, inArray, sql } from '../../db/drizzle.ts'
import type { Database, Reads, Tx } from '../../db/open.ts'
import { calls, meetings, slots, stories, storyReviews, storySpeakers } from '../../db/schema.ts'
import { storyForgottenAt } from './forgotten-at.ts'

/** Deletes stories whose time has come. Of one that was told the text stays, and who told it are its speakers. */
export async function forgetStories(db: Database, now: Temporal.Instant): Promise<void> {
  await db.transact(
    async (tx) => {
      const due = (await rememberedStories(tx)).filter(
        ({ story, call, meeting }) => Temporal.Instant.compare(storyForgottenAt(story, call, meeting), now) < 0,
      )
      const { told = [], untold = [] } = Object.groupBy(due, ({ story }) =>
        story.status === 'accepted' ? 'told' : 'untold',
      )
      for (const some of inPortions(untold)) await tx.delete(stories).where(inArray(stories.id, some))
      for (const some of inPortions(told)) await forgetWhoBrought(tx, some)
    },
    { touches: 'nothing' },
  )
}

async function forgetWhoBrought(tx: Tx, ids: string[]): Promise<void> {
  await tx.delete(storySpeakers).where(inArray(storySpeakers.storyId, ids))
  await tx.delete(storyReviews).where(inArray(storyReviews.storyId, ids))
  await tx.update(stories).set({ wishes: '', answers: {} }).where(inArray(stories.id, ids))
}

/** Those of which somebody is still known, with the meeting they went to, or else were for. */
export async function rememberedStories(db: Reads) {
  const known = db.select({ yes: sql`1` }).from(storySpeakers).where(eq(storySpeakers.storyId, stories.id))
  const rows = await db
    .select({ story: stories, call: calls, wentTo: slots.meetingId })
    .from(stories)
    .innerJoin(calls, eq(calls.id, stories.callId))
    .leftJoin(slots, eq(slots.id, stories.slotId))
    .where(exists(known))
  const all = await db.select().from(meetings)
  const meeting = (id: string | null) => all.find((one) => one.id === id) ?? null
  return rows.map(({ story, call, wentTo }) => ({ story, call, meeting: meeting(wentTo ?? call.meetingId) }))
}

function inPortions(due: readonly { story: { id: string } }[]): string[][] {
  const ids = due.map(({ story }) => story.id)
  return Array.from({ length: Math.ceil(ids.length / 500) }, (_, i) => ids.slice(i * 500, (i + 1) * 500))
}
