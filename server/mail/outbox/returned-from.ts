import { and, eq } from '../../../db/drizzle.ts'
import type { Reads } from '../../../db/open.ts'
import { type Letter, type Meeting, meetings, type Registration, registrations } from '../../../db/schema.ts'

export type ReturnedFrom = { meeting: Pick<Meeting, 'slug'>; registration: Pick<Registration, 'id'> }

/** The registration whose address a letter came back from, as long as it still has that one. */
export async function returnedFrom(db: Reads, letter: Letter): Promise<ReturnedFrom | null> {
  if (!letter.bouncedAt || !letter.registrationId) return null
  const isTheirs = eq(registrations.emailKey, letter.recipient.toLowerCase())
  const [found] = await db
    .select({ meeting: { slug: meetings.slug }, registration: { id: registrations.id } })
    .from(registrations)
    .innerJoin(meetings, eq(meetings.id, registrations.meetingId))
    .where(and(eq(registrations.id, letter.registrationId), isTheirs))
  return found ?? null
}
