import type { SQL } from 'drizzle-orm'
import { and, eq, inArray, isNotNull, or, sql } from '../../../db/drizzle.ts'
import type { Reads } from '../../../db/open.ts'
import { letters, meetings, registrations, speakers } from '../../../db/schema.ts'
import { folded } from '../../folded.ts'

type OfProject = { id: string }

/** A statement takes only so many values. */
const most = 500

/** To whoever has these letters in their address, or is called so. */
export async function isTo(db: Reads, project: OfProject, searched: string): Promise<SQL | undefined> {
  const guests = await called(searched, guestsOf(db, project))
  const speaking = await called(searched, speakersOf(db, project))
  const pattern = `%${searched.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`
  return or(
    sql`lower(${letters.recipient}) like ${pattern} escape '\\'`,
    guests.length > 0 ? inArray(letters.registrationId, guests) : undefined,
    speaking.length > 0 ? inArray(letters.speakerId, speaking) : undefined,
  )
}

async function called(searched: string, known: PromiseLike<{ id: string; name: string | null }[]>): Promise<string[]> {
  const name = folded(searched)
  const named = (await known).filter((one) => name !== '' && folded(one.name ?? '').includes(name))
  return named.slice(0, most).map(({ id }) => id)
}

function guestsOf(db: Reads, { id }: OfProject) {
  return db
    .select({ id: registrations.id, name: registrations.name })
    .from(registrations)
    .innerJoin(meetings, eq(meetings.id, registrations.meetingId))
    .where(and(eq(meetings.projectId, id), isNotNull(registrations.name)))
}

function speakersOf(db: Reads, { id }: OfProject) {
  return db.select({ id: speakers.id, name: speakers.name }).from(speakers).where(eq(speakers.projectId, id))
}
