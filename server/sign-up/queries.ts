import { eq } from '../../db/drizzle.ts'
import type { Reads } from '../../db/open.ts'
import { reservedPlaces } from '../../db/schema.ts'

/** How many places are kept for a group, by its id. */
export type Reserved = Record<string, number>

export async function reservedOf(db: Reads, meeting: { id: string }): Promise<Reserved> {
  const rows = await db.select().from(reservedPlaces).where(eq(reservedPlaces.meetingId, meeting.id))
  return Object.fromEntries(rows.map(({ groupId, places }) => [groupId, places]))
}
