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
  await newSpeakerLinks(tx, [speaker], meeting, now, () => token)
  return token
}

/** The same for several at once, whose secrets are known already. */
export async function newSpeakerLinks<S extends Pick<Speaker, 'id'>>(
  tx: Tx,
  speakers: readonly S[],
  meeting: Pick<Meeting, 'endsAt'>,
  now: Temporal.Instant,
  secretOf: (speaker: S) => string,
): Promise<void> {
  const expiresAt = later(meeting.endsAt, now).add(kept)
  const rows = speakers.map((speaker) => ({
    tokenHash: hashOf(secretOf(speaker)),
    speakerId: speaker.id,
    createdAt: now,
    expiresAt,
  }))
  if (rows.length > 0) await tx.insert(speakerLinks).values(rows)
}
