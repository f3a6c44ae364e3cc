import { and, count, eq, inArray, isNull } from '../../db/drizzle.ts'
import type { Reads } from '../../db/open.ts'
import { checkIns, type Meeting, registrations } from '../../db/schema.ts'

/** How many registrations are known to have come. */
export async function countCame(db: Reads, meeting: Pick<Meeting, 'id'>): Promise<number> {
  const [row] = await db
    .select({ people: count() })
    .from(checkIns)
    .innerJoin(registrations, eq(registrations.id, checkIns.registrationId))
    .where(and(eq(registrations.meetingId, meeting.id), isNull(checkIns.participantId)))
  return row?.people ?? 0
}

/** Which of them came: whoever registered, whoever they may have brought. */
export async function cameAmong(db: Reads, ids: readonly string[]): Promise<Set<string>> {
  const came = new Set<string>()
  // A statement takes only so many values.
  for (let i = 0; i < ids.length; i += 500) {
    const some = and(inArray(checkIns.registrationId, ids.slice(i, i + 500)), isNull(checkIns.participantId))
    for (const { id } of await db.select({ id: checkIns.registrationId }).from(checkIns).where(some)) came.add(id)
  }
  return came
}
