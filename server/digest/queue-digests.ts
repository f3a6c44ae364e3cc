import type { Tx } from '../../db/open.ts'
import type { Meeting } from '../../db/schema.ts'
import { type QueuedLetter, queueLetters } from '../mail/queue.ts'
import { newManageLinks } from '../registrations/links.ts'
import { newToken } from '../secrets.ts'
import { newSpeakerLinks } from '../speakers/links.ts'
import { heardFacts } from './heard.ts'
import { secretFor } from './links.ts'
import { digestKind } from './queries.ts'
import type { Digest } from './settle.ts'

/** Puts digests into the outbox, each with links of its own to the pages of whoever is behind the address. */
export async function queueDigests(
  tx: Tx,
  meeting: Meeting,
  digests: readonly Digest[],
  dueAt: Temporal.Instant,
  now: Temporal.Instant,
): Promise<void> {
  // A statement takes only so many values.
  for (let i = 0; i < digests.length; i += 500) await queueSome(tx, meeting, digests.slice(i, i + 500), dueAt, now)
}

async function queueSome(
  tx: Tx,
  meeting: Meeting,
  digests: readonly Digest[],
  dueAt: Temporal.Instant,
  now: Temporal.Instant,
): Promise<void> {
  const secret = digests.map((digest) => ({ ...digest, token: newToken() }))
  const guests = secret.flatMap(({ registrationId, token }) => (registrationId ? [{ id: registrationId, token }] : []))
  const speakers = secret.flatMap(({ speakerIds, token }) => speakerIds.map((id) => ({ id, token })))
  const secretOf = (page: { id: string; token: string }) => secretFor(page.token, page)
  await newManageLinks(tx, guests, meeting, now, secretOf)
  await newSpeakerLinks(tx, speakers, meeting, now, secretOf)
  await queueLetters(
    tx,
    secret.map((one): QueuedLetter => ({ ...letterOf(meeting, one), dueAt })),
    now,
  )
}

function letterOf(meeting: Meeting, digest: Digest & { token: string }): QueuedLetter {
  const { recipient, locale, registrationId, speakerIds, token, queuedAt, words, heldAt } = digest
  const speakers: Record<string, string> = speakerIds.length > 0 ? { speakers: speakerIds.join(' ') } : {}
  return {
    kind: digestKind,
    projectId: meeting.projectId,
    meetingId: meeting.id,
    registrationId,
    speakerId: speakerIds[0] ?? null,
    recipient,
    locale,
    facts: { ...heardFacts(digest), ...speakers },
    token,
    queuedAt,
    words,
    heldAt,
  }
}
