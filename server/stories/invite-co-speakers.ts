import type { Database, Tx } from '../../db/open.ts'
import { type StorySpeaker, storySpeakers } from '../../db/schema.ts'
import { positionAtEnd } from '../agenda/position.ts'
import { notFound, Refusal } from '../refusal.ts'
import { type CoSpeakers, mostCoSpeakers } from './co-speakers.ts'
import { isProposer, isWritable } from './held.ts'
import { type StoryHeld, speakersOfStory, storyOfSpeaker } from './queries.ts'
import { refuseClosed } from './refuse-closed.ts'
import { tellEach } from './tell.ts'

/** The proposer asks others to tell the story with them. Whoever was asked already is not asked again. */
export async function inviteCoSpeakers(
  db: Database,
  { me, call }: StoryHeld,
  addresses: CoSpeakers,
  now: Temporal.Instant,
): Promise<void> {
  await db.transact(
    async (tx) => {
      const held = (await storyOfSpeaker(tx, me)) ?? notFound()
      refuseClosed(held, now)
      if (!isProposer(held.me) || !isWritable(held)) throw new Refusal('story.not-now')
      await invite(tx, held, addresses, now)
    },
    { touches: 'nothing', lock: call.id },
  )
}

/** Inside the deed that asks them; refuses more than a story can have. */
export async function invite(tx: Tx, held: StoryHeld, addresses: CoSpeakers, now: Temporal.Instant): Promise<void> {
  if (addresses.length === 0) return
  const known = await speakersOfStory(tx, held.story)
  const isKnown = (address: string) => known.some(({ email }) => email.toLowerCase() === address.toLowerCase())
  const fresh = addresses.filter((address) => !isKnown(address))
  if (known.length - 1 + fresh.length > mostCoSpeakers) throw new Refusal('story.too-many-speakers')
  const first = positionAtEnd(known)
  const rows = fresh.map((email, i) => {
    return { storyId: held.story.id, position: first + i, email, locale: held.me.locale, invitedAt: now }
  })
  if (rows.length === 0) return
  const invited: StorySpeaker[] = await tx.insert(storySpeakers).values(rows).returning()
  await tellEach(tx, 'story-co-speaker', held, invited, now)
}
