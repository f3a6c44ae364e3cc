import { and, eq, inArray, isNotNull, or, sql } from '../../db/drizzle.ts'
import type { Reads } from '../../db/open.ts'
import { letters, meetings, type Project, type Voice, voices } from '../../db/schema.ts'
import { later } from '../later.ts'
import { type Ending, forgottenAt } from '../registrations/forgotten-at.ts'
import { year } from './forget.ts'

type Of = Pick<Project, 'id'>
type Dated = Pick<Voice, 'email' | 'createdAt' | 'spokenAt' | 'answeredAt'>

/** Questions and ideas of a project that still lead to somebody, with the day from which they lead to nobody. */
export async function rememberedVoices(db: Reads, project: Of) {
  const known = or(isNotNull(voices.name), isNotNull(voices.email), isNotNull(voices.voterHash))
  const rows = await db
    .select({ voice: voices, meeting: meetings })
    .from(voices)
    .leftJoin(meetings, eq(meetings.id, voices.meetingId))
    .where(and(eq(voices.projectId, project.id), known))
  return rows.map(({ voice, meeting }) => ({ meetingId: voice.meetingId, until: voiceForgottenAt(voice, meeting) }))
}

/** At the latest: an address goes as soon as its owner was answered. */
function voiceForgottenAt({ email, createdAt, spokenAt, answeredAt }: Dated, meeting: Ending | null): Temporal.Instant {
  const inAYear = createdAt.add(year)
  if (!meeting) return inAYear
  const isAwaited = email !== null && (spokenAt === null || answeredAt !== null)
  return isAwaited ? later(forgottenAt(meeting), inAYear) : forgottenAt(meeting)
}

export type Own = { voice: Voice; until: Temporal.Instant }

/** What was asked and proposed with that address; also what it was answered to, as long as the letter is known. */
export async function askedWith(db: Reads, project: Of, email: string | null): Promise<Own[]> {
  if (!email) return []
  const address = email.toLowerCase()
  const told = db
    .select({ id: letters.voiceId })
    .from(letters)
    .where(and(eq(letters.projectId, project.id), sql`lower(${letters.recipient}) = ${address}`))
  const theirs = or(sql`lower(${voices.email}) = ${address}`, inArray(voices.id, told))
  const rows = await db
    .select({ voice: voices, meeting: meetings })
    .from(voices)
    .leftJoin(meetings, eq(meetings.id, voices.meetingId))
    .where(and(eq(voices.projectId, project.id), theirs))
    .orderBy(voices.createdAt, voices.id)
  return rows.map(({ voice, meeting }) => ({ voice, until: voiceForgottenAt(voice, meeting) }))
}
