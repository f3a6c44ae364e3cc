import { eq } from '../../db/drizzle.ts'
import type { Database, Tx } from '../../db/open.ts'
import { type Story, stories, storySpeakers } from '../../db/schema.ts'
import { notFound, Refusal } from '../refusal.ts'
import { hasJoined, isProposer, isWritable, writtenBy } from './held.ts'
import { type StoryHeld, speakersOfStory, storyOfSpeaker } from './queries.ts'
import { refuseClosed } from './refuse-closed.ts'
import { revisionOf } from './revision.ts'
import type { Deed, Typed } from './story-form.ts'
import { tellEach } from './tell.ts'

/** 'overtaken': somebody has saved it since the form was made, and nothing was written. */
export type Written = 'written' | 'overtaken'

/**
 * Goes on writing a story. Saved, one that was handed in stays so; one that was withdrawn is a draft again. Only its
 * proposer hands it in, and then everybody who tells it gets a letter, once.
 */
export async function writeStory(
  db: Database,
  { me, call }: StoryHeld,
  { seen, ...typed }: Typed & { seen: string },
  deed: Deed,
  now: Temporal.Instant,
): Promise<Written> {
  return await db.transact(
    async (tx) => {
      const held = (await storyOfSpeaker(tx, me)) ?? notFound()
      refuseUnlessWriting(held, deed, now)
      const merged = { ...typed, story: withOldAnswers(held.story, typed.story) }
      const isNews = revisionOf(merged) !== revisionOf(writtenBy(held))
      if (isNews && seen !== revisionOf(writtenBy(held))) return 'overtaken'
      await write(tx, held, merged, deed, now)
      return 'written'
    },
    { touches: 'nothing', lock: call.id },
  )
}

function refuseUnlessWriting(held: StoryHeld, deed: Deed, now: Temporal.Instant): void {
  if (!isWritable(held)) throw new Refusal('story.decided')
  refuseClosed(held, now)
  if (!hasJoined(held.me) || (deed === 'hand-in' && !isProposer(held.me))) throw new Refusal('story.not-now')
}

/** Answers to questions that are not asked any more stay. */
function withOldAnswers({ answers }: Story, told: Typed['story']): Typed['story'] {
  return { ...told, answers: { ...answers, ...told.answers } }
}

async function write(tx: Tx, held: StoryHeld, { story, teller }: Typed, deed: Deed, now: Temporal.Instant) {
  const handsIn = deed === 'hand-in' && held.story.status !== 'handed-in'
  const standing = standingAfter(held.story, deed, now)
  await tx
    .update(stories)
    .set({ ...story, ...standing })
    .where(eq(stories.id, held.story.id))
  await tx.update(storySpeakers).set(teller).where(eq(storySpeakers.id, held.me.id))
  if (!handsIn) return
  const people = (await speakersOfStory(tx, held.story)).filter(hasJoined)
  await tellEach(tx, 'story-handed-in', held, people, now)
}

function standingAfter({ status }: Story, deed: Deed, now: Temporal.Instant): Partial<Story> {
  if (deed === 'hand-in' && status !== 'handed-in') return { status: 'handed-in', handedInAt: now }
  return status === 'withdrawn' ? { status: 'draft', handedInAt: null } : {}
}
