import type { Tx } from '../../db/open.ts'
import { type Meeting, type Speaker, speakerLinks } from '../../db/schema.ts'
import { later } from '../later.ts'
import { hashOf, newToken } from '../secrets.ts'

const kept = { hours: 60 * 24 }

/** A further link to a speaker's own page; the secret is returned, and only its hash is kept. */
export async function newSpeakerLink(
  tx: Tx,
  speaker: Pick<Speaker, 'id'>,
  meeting: Pick<Meeting, 'endsAt'>,
  now: Temporal.Instant,
): Promise<string> {
  const token = newToken()
  const expiresAt = later(meeting.endsAt, now).add(kept)
  await tx.insert(speakerLinks).values({ tokenHash: hashOf(token), speakerId: speaker.id, createdAt: now, expiresAt })
  return token
}
