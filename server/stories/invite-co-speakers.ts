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
  const { newcomers, position, room } = await missing(tx, held, addresses)
  if (newcomers.length > room) throw new Refusal('story.too-many-speakers')
  await ask(tx, held, newcomers, position, now)
}

/**
 * The same without a word about those for whom there is no room, where a refusal would tell that the story was known.
 * Returns whether anybody was asked.
 */
export async function inviteAsMany(
  tx: Tx,
  held: StoryHeld,
  addresses: CoSpeakers,
  now: Temporal.Instant,
): Promise<boolean> {
  const { newcomers, position, room } = await missing(tx, held, addresses)
  const asked = newcomers.slice(0, room)
  await ask(tx, held, asked, position, now)
  return asked.length > 0
}

/** Those who have not been asked, and how many there can still be. */
async function missing(tx: Tx, { story }: StoryHeld, addresses: CoSpeakers) {
  const known = addresses.length > 0 ? await speakersOfStory(tx, story) : []
  const isKnown = (address: string) => known.some(({ email }) => email.toLowerCase() === address.toLowerCase())
  const newcomers = addresses.filter((address) => !isKnown(address))
  return { newcomers, position: positionAtEnd(known), room: Math.max(0, mostCoSpeakers + 1 - known.length) }
}

async function ask(tx: Tx, held: StoryHeld, newcomers: CoSpeakers, first: number, now: Temporal.Instant) {
  if (newcomers.length === 0) return
  const { story, me } = held
  const rows = newcomers.map((email, i) => {
    return { storyId: story.id, position: first + i, email, locale: me.locale, invitedAt: now }
  })
  const invited: StorySpeaker[] = await tx.insert(storySpeakers).values(rows).returning()
  await tellEach(tx, 'story-co-speaker', held, invited, now)
}
