import { and, asc, eq, exists, isNotNull, isNull, sql } from '../../db/drizzle.ts'
import type { Reads, Tx } from '../../db/open.ts'
import { checkIns, type Meeting, type Project, type Registration, registrations } from '../../db/schema.ts'
import { onceOf, queueLetters } from '../mail/queue.ts'
import { newManageLinks } from '../registrations/links.ts'

/** A statement takes only so many values. */
const portion = 200

/** Whoever came can see the photos before everybody does: once each, by a link of their own. */
export async function tellOfPreview(tx: Tx, project: Project, meeting: Meeting, now: Temporal.Instant): Promise<void> {
  const people = await reachable(tx, meeting)
  for (let i = 0; i < people.length; i += portion) {
    const some = people.slice(i, i + portion)
    const tokens = await newManageLinks(tx, some, meeting, now)
    const queued = some.map(({ id, email, locale }, at) => ({
      ...{ kind: 'photos-preview', projectId: project.id, meetingId: meeting.id, registrationId: id },
      ...{ recipient: email ?? '', locale, token: tokens[at], once: onceOf('photos-preview', id) },
      dueAt: now.add(settling),
    }))
    await queueLetters(tx, queued, now)
  }
}

/** An album that was opened by mistake is closed again by then. */
const settling = { minutes: 10 }

/** Where nobody was checked in, everybody who had a place may have come. */
async function reachable(db: Reads, meeting: Pick<Meeting, 'id'>): Promise<Registration[]> {
  const { meetingId, email, status, arrival, id } = registrations
  const here = and(eq(checkIns.registrationId, id), isNull(checkIns.participantId))
  const came = exists(db.select({ yes: sql`1` }).from(checkIns).where(here))
  const known = and(eq(meetingId, meeting.id), isNotNull(email))
  const find = async (who: ReturnType<typeof and>) =>
    await db.select().from(registrations).where(and(known, who)).orderBy(asc(arrival))
  const there = await find(came)
  return there.length > 0 ? there : await find(eq(status, 'confirmed'))
}
