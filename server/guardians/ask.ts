import { eq } from '../../db/drizzle.ts'
import type { Locale } from '../../db/languages.ts'
import type { Tx } from '../../db/open.ts'
import {
  type GuardianConsent,
  guardianConsents,
  type Organiser,
  type Project,
  type Speaker,
  speakers,
} from '../../db/schema.ts'
import { record } from '../history.ts'
import { queueLetter } from '../mail/queue.ts'
import { writableProject } from '../projects/writable.ts'
import { notFound } from '../refusal.ts'
import { notMine } from './consent.ts'
import { newGuardianLink } from './links.ts'
import { guardiansOf, type Occasion, occasionsOf } from './queries.ts'
import { isOwnAddress, wroteLately } from './rules.ts'

export type Guardian = { email: string; locale: Locale }

/** Why somebody is not asked: said beside the field. */
export type AskProblem =
  | 'guardian.problem-own'
  | 'guardian.problem-too-many'
  | 'guardian.problem-not-mine'
  | 'guardian.problem-of-age'
  | 'guardian.problem-nowhere'

/** Whom a young speaker can have asked by themselves; organisers may ask more. */
const mostAsked = 3

/**
 * Asks a guardian about a young speaker who is in a slot of a meeting to come; `by` null: the speaker did. Asked again
 * within a day, they get no second letter. Returns what speaks against it, or null.
 */
export async function askGuardian(
  tx: Tx,
  project: Pick<Project, 'id'>,
  speaker: Pick<Speaker, 'id'>,
  guardian: Guardian,
  by: Pick<Organiser, 'id'> | null,
  now: Temporal.Instant,
): Promise<AskProblem | null> {
  await writableProject(tx, project)
  const [current = notFound()] = await tx.select().from(speakers).where(eq(speakers.id, speaker.id))
  const [occasion] = await occasionsOf(tx, current, now)
  if (!occasion) return 'guardian.problem-nowhere'
  const asked = await guardiansOf(tx, current)
  const known = asked.find(({ email }) => email !== null && isOwnAddress(guardian.email, email))
  const problem = problemWith(current, guardian, { known, asked: asked.length, by })
  if (problem) return problem
  if (known && wroteLately(known, now)) return null
  const consent = await noteAsked(tx, current, guardian, known, now)
  await write(tx, project, occasion, consent, now)
  await record(tx, 'guardian.asked', by, { project, meeting: occasion.meeting }, now)
  return null
}

type Circumstances = { known: GuardianConsent | undefined; asked: number; by: Pick<Organiser, 'id'> | null }

function problemWith(speaker: Speaker, { email }: Guardian, { known, asked, by }: Circumstances): AskProblem | null {
  if (!speaker.minor) return 'guardian.problem-of-age'
  if (speaker.email !== null && isOwnAddress(email, speaker.email)) return 'guardian.problem-own'
  if (by) return null
  if (known?.textVersion === notMine) return 'guardian.problem-not-mine'
  return !known && asked >= mostAsked ? 'guardian.problem-too-many' : null
}

/** What a guardian has answered holds until they answer anew; only who was asked by mistake begins again. */
async function noteAsked(
  tx: Tx,
  speaker: Speaker,
  { email, locale }: Guardian,
  known: GuardianConsent | undefined,
  now: Temporal.Instant,
): Promise<GuardianConsent> {
  const again = known?.textVersion === notMine ? { answeredAt: null, textVersion: '' } : {}
  const [consent = notFound()] = known
    ? await tx
        .update(guardianConsents)
        .set({ locale, askedAt: now, ...again })
        .where(eq(guardianConsents.id, known.id))
        .returning()
    : await tx.insert(guardianConsents).values({ speakerId: speaker.id, email, locale, askedAt: now }).returning()
  return consent
}

async function write(
  tx: Tx,
  project: Pick<Project, 'id'>,
  { meeting }: Occasion,
  consent: GuardianConsent,
  now: Temporal.Instant,
): Promise<void> {
  const { id, email, locale } = consent
  if (email === null) return
  const token = await newGuardianLink(tx, consent, meeting, now)
  const about = { projectId: project.id, meetingId: meeting.id, consentId: id }
  await queueLetter(tx, { kind: 'guardian-request', ...about, recipient: email, locale, token }, now)
}
