import type { Reads } from '../../db/open.ts'
import type { Letter } from '../../db/schema.ts'
import { type GuardianLetter, type GuardianTold, guardianContent } from '../../views/letters/guardian.ts'
import { colourOf } from '../../views/page.ts'
import { paths } from '../../views/paths.ts'
import { worded } from '../mail/worded.ts'
import type { Writer } from '../mail/written.ts'
import { guardianHeldBy, occasionsOf } from './queries.ts'

/** How each letter is written when it is posted. */
export const guardianWriters: Record<GuardianLetter, Writer> = {
  'guardian-request': writer('guardian-request'),
  'guardian-reminder': writer('guardian-reminder'),
}

function writer(kind: GuardianLetter): Writer {
  return async (db, letter, { config, now }) => {
    const told = await toldOf(db, letter, config.publicUrl, now)
    if (!told) return null
    return {
      ...(await worded(db, letter, (voice) => guardianContent(voice, kind, told), colourOf(told.project))),
      replyTo: told.project.contactEmail || undefined,
    }
  }
}

/** Null once they have answered, or there is nothing to ask any more. */
async function toldOf(
  db: Reads,
  { token, meetingId }: Letter,
  publicUrl: string,
  now: Temporal.Instant,
): Promise<GuardianTold | null> {
  const held = token ? await guardianHeldBy(db, token) : null
  if (!token || !held?.speaker.minor || isSince(held.consent.answeredAt, held.consent.askedAt)) return null
  const occasions = (await occasionsOf(db, held.speaker, now)).filter(({ meeting }) => meeting.id === meetingId)
  const [next] = occasions
  return next ? { ...held, meeting: next.meeting, occasions, answerUrl: publicUrl + paths.guardian(token) } : null
}

function isSince(moment: Temporal.Instant | null, asked: Temporal.Instant): boolean {
  return moment !== null && Temporal.Instant.compare(moment, asked) >= 0
}
