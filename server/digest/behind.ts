import { and, eq, inArray } from '../../db/drizzle.ts'
import type { Reads } from '../../db/open.ts'
import {
  type Letter,
  type Meeting,
  meetings,
  type Project,
  projects,
  registrations,
  type Speaker,
  speakers,
} from '../../db/schema.ts'
import { replyTokenOf } from '../registrations/reply-token.ts'
import { addressKey } from './addressees.ts'
import { speakersOf } from './settle.ts'

/** Who is behind the address of a digest now: a guest with a place, speakers, or both. */
export type Behind = {
  project: Project
  meeting: Meeting
  registration: { id: string; meetingId: string; replyToken: string | null } | null
  speakers: Speaker[]
}

/** Null once nobody is. */
export async function behind(db: Reads, letter: Letter): Promise<Behind | null> {
  const [found] = await db
    .select({ project: projects, meeting: meetings })
    .from(meetings)
    .innerJoin(projects, eq(projects.id, meetings.projectId))
    .where(eq(meetings.id, letter.meetingId ?? ''))
  if (!found) return null
  const [registration, itsSpeakers] = [await guestOf(db, letter), await speakersBehind(db, letter)]
  return registration || itsSpeakers.length > 0 ? { ...found, registration, speakers: itsSpeakers } : null
}

async function guestOf(db: Reads, { registrationId, recipient }: Letter): Promise<Behind['registration']> {
  if (!registrationId) return null
  const [found] = await db
    .select()
    .from(registrations)
    .where(and(eq(registrations.id, registrationId), eq(registrations.status, 'confirmed')))
  if (!found || !isAt(recipient, found)) return null
  return { id: found.id, meetingId: found.meetingId, replyToken: await replyTokenOf(db, found) }
}

async function speakersBehind(db: Reads, letter: Letter): Promise<Speaker[]> {
  const ids = speakersOf(letter)
  if (ids.length === 0) return []
  const found = await db.select().from(speakers).where(inArray(speakers.id, ids))
  return ids.flatMap((id) => found.filter((speaker) => speaker.id === id && isAt(letter.recipient, speaker)))
}

function isAt(recipient: string, { email }: { email: string | null }): boolean {
  return email !== null && addressKey(email) === addressKey(recipient)
}
