import type { Tx } from '../../db/open.ts'
import { type Call, type Meeting, type StorySpeaker, storyLinks } from '../../db/schema.ts'
import { later } from '../later.ts'
import { hashOf, newToken } from '../secrets.ts'

const kept = { hours: 60 * 24 }

/** When links to the stories of a call run out; what they lead to is deleted earlier (see `forgetStories`). */
export function linksEnd(
  { closesAt }: Pick<Call, 'closesAt'>,
  meeting: Pick<Meeting, 'endsAt'> | null,
  now: Temporal.Instant,
): Temporal.Instant {
  return later(later(meeting?.endsAt ?? closesAt, closesAt), now).add(kept)
}

/** A further link to each one's story, in their order; the secrets are returned, and only their hashes are kept. */
export async function newStoryLinks(
  tx: Tx,
  people: readonly Pick<StorySpeaker, 'id'>[],
  expiresAt: Temporal.Instant,
  now: Temporal.Instant,
): Promise<string[]> {
  const made = people.map(({ id }) => ({ storySpeakerId: id, token: newToken() }))
  const rows = made.map(({ storySpeakerId, token }) => ({
    storySpeakerId,
    tokenHash: hashOf(token),
    createdAt: now,
    expiresAt,
  }))
  if (rows.length > 0) await tx.insert(storyLinks).values(rows)
  return made.map(({ token }) => token)
}
