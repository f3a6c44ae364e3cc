import { and, eq, gt, isNull, lte, ne, notExists, or, sql } from '../../db/drizzle.ts'
import type { Database, Reads } from '../../db/open.ts'
import { calls, letters, stories, storySpeakers } from '../../db/schema.ts'
import { callState } from './call-state.ts'
import { hasJoined } from './held.ts'
import { freshCall, speakersOfStories } from './queries.ts'
import { reminderDue } from './reminder-due.ts'
import { tellEach } from './tell.ts'

/** One letter, two days before a call closes, to everybody whose story is still a draft. */
export async function remindOfDrafts(db: Database, now: Temporal.Instant): Promise<void> {
  for (const call of await callsClosingSoon(db, now)) {
    await db.transact(
      async (tx) => {
        const found = await freshCall(tx, call)
        if (!found || callState(found, now) !== 'open') return
        const drafts = (await unreminded(tx, call)).filter(({ createdAt }) =>
          isOlder(createdAt, reminderDue(found.call)),
        )
        const people = Map.groupBy(await speakersOfStories(tx, drafts), ({ storyId }) => storyId)
        for (const { id } of drafts)
          await tellEach(tx, 'story-reminder', found, (people.get(id) ?? []).filter(hasJoined), now)
      },
      { touches: 'nothing', lock: call.id },
    )
  }
}

async function callsClosingSoon(db: Reads, now: Temporal.Instant) {
  const closing = await db
    .select()
    .from(calls)
    .where(and(lte(calls.opensAt, now), gt(calls.closesAt, now)))
  return closing.filter((call) => !isOlder(now, reminderDue(call)))
}

/** Drafts of which nobody was reminded; one that turned out not to be due after all did not count. */
async function unreminded(db: Reads, call: { id: string }) {
  const counts = or(isNull(letters.ending), ne(letters.ending, 'overtaken'))
  const reminded = db
    .select({ yes: sql`1` })
    .from(letters)
    .innerJoin(storySpeakers, eq(storySpeakers.id, letters.storySpeakerId))
    .where(and(eq(storySpeakers.storyId, stories.id), eq(letters.kind, 'story-reminder'), counts))
  return await db
    .select()
    .from(stories)
    .where(and(eq(stories.callId, call.id), eq(stories.status, 'draft'), notExists(reminded)))
}

/** What was begun later than the letter would have gone needs none. */
function isOlder(one: Temporal.Instant, other: Temporal.Instant): boolean {
  return Temporal.Instant.compare(one, other) < 0
}
