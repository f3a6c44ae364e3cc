import type { Reads } from '../../db/open.ts'
import type { Letter } from '../../db/schema.ts'
import { type ChildTold, childContent } from '../../views/letters/child.ts'
import { colourOf } from '../../views/page.ts'
import { paths } from '../../views/paths.ts'
import { worded } from '../mail/worded.ts'
import type { Writer } from '../mail/written.ts'
import { isOver } from '../meetings/status.ts'
import { forgottenAt } from '../registrations/forgotten-at.ts'
import { isLive } from '../registrations/queries.ts'
import type { GuardianshipLetter } from './ask.ts'
import { type Child, childHeldBy } from './queries.ts'

/** How each letter is written when it is posted. */
export const guardianshipWriters: Record<GuardianshipLetter, Writer> = {
  'child-request': writer('child-request'),
  'child-reminder': writer('child-reminder'),
  'child-lapsed': writer('child-lapsed'),
  'photos-request': writer('photos-request'),
  'photos-again': writer('photos-again'),
}

function writer(kind: GuardianshipLetter): Writer {
  return async (db, letter, { config, now }) => {
    const told = await toldOf(db, kind, letter, config.publicUrl, now)
    if (!told) return null
    return {
      ...(await worded(db, letter, (voice) => childContent(voice, kind, told), colourOf(told.project))),
      replyTo: told.project.contactEmail || undefined,
    }
  }
}

async function toldOf(
  db: Reads,
  kind: GuardianshipLetter,
  { token }: Letter,
  publicUrl: string,
  now: Temporal.Instant,
): Promise<ChildTold | null> {
  const child = token ? await childHeldBy(db, token) : null
  if (!token || !child || !stillTrue(kind, child, now)) return null
  return { ...child, forgottenAt: forgottenAt(child.meeting), answerUrl: publicUrl + paths.child(token) }
}

/** What a letter takes for granted, asked again when it is posted. */
function stillTrue(
  kind: GuardianshipLetter,
  { meeting, registration, guardianship }: Child,
  now: Temporal.Instant,
): boolean {
  if (meeting.status === 'cancelled') return false
  if (kind === 'photos-again') return isLive(registration)
  if (guardianship.answeredAt !== null || isOver(meeting, now)) return false
  if (kind === 'child-lapsed') return registration.status === 'lapsed'
  return kind === 'child-reminder' ? registration.status === 'held' : isLive(registration)
}
