import { and, eq, inArray, isNotNull, notExists, sql } from '../../db/drizzle.ts'
import type { Tx } from '../../db/open.ts'
import { meetings, personalFeeds, registrations } from '../../db/schema.ts'

/** Ends the feeds of addresses that no registration of the project has any more, once these were wiped. */
export async function forgetFeedsOf(tx: Tx, registrationIds: readonly string[]): Promise<void> {
  const { projectId, emailKey } = personalFeeds
  const touched = tx
    .select({ id: meetings.projectId })
    .from(meetings)
    .innerJoin(registrations, eq(registrations.meetingId, meetings.id))
    .where(inArray(registrations.id, [...registrationIds]))
  const known = tx
    .select({ yes: sql`1` })
    .from(meetings)
    .innerJoin(registrations, eq(registrations.meetingId, meetings.id))
    .where(and(eq(meetings.projectId, projectId), eq(registrations.emailKey, emailKey)))
  await tx.delete(personalFeeds).where(and(isNotNull(emailKey), inArray(projectId, touched), notExists(known)))
}

export async function forgetSpeakersFeeds(tx: Tx, speakerIds: readonly string[]): Promise<void> {
  await tx.delete(personalFeeds).where(inArray(personalFeeds.speakerId, [...speakerIds]))
}
