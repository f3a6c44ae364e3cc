import { and, eq, inArray, isNotNull } from '../../db/drizzle.ts'
import type { Reads } from '../../db/open.ts'
import { type Participant, participants, registrations } from '../../db/schema.ts'

export type Named = Participant & { name: string }

/** Those whom a registration brings along and who have a name, in their order. */
export async function participantsOf(db: Reads, registration: { id: string }): Promise<Named[]> {
  const rows = await db
    .select()
    .from(participants)
    .where(and(eq(participants.registrationId, registration.id), isNotNull(participants.name)))
    .orderBy(participants.position, participants.id)
  return rows.filter(isNamed)
}

/** The same for some registrations of a meeting at once: those whose states are given. */
export async function participantsIn(
  db: Reads,
  meeting: { id: string },
  states: readonly (typeof registrations.$inferSelect)['status'][],
): Promise<Map<string, Named[]>> {
  const rows = await db
    .select({ participant: participants })
    .from(participants)
    .innerJoin(registrations, eq(registrations.id, participants.registrationId))
    .where(
      and(
        eq(registrations.meetingId, meeting.id),
        inArray(registrations.status, [...states]),
        isNotNull(participants.name),
      ),
    )
    .orderBy(participants.position, participants.id)
  return Map.groupBy(rows.map(({ participant }) => participant).filter(isNamed), ({ registrationId }) => registrationId)
}

function isNamed(participant: Participant): participant is Named {
  return participant.name !== null
}
