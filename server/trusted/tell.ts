import { and, desc, eq, inArray } from '../../db/drizzle.ts'
import type { Tx } from '../../db/open.ts'
import { letters, type Organiser, type Project } from '../../db/schema.ts'
import { later } from '../later.ts'
import { queueLetters } from '../mail/queue.ts'
import { membersOf } from '../organisers/queries.ts'

const reportedKind = 'abuse-reported'

/** Written when it goes, it says all that is open then: more often than that, it would only say it again. */
const pause = { hours: 1 }

/** Tells those who organise the project that something was reported. */
export async function tellOrganisers(tx: Tx, project: Pick<Project, 'id'>, now: Temporal.Instant): Promise<void> {
  const members = await membersOf(tx, project)
  const organise = members.filter(({ role }) => role === 'owner' || role === 'organiser')
  const last = await lastTold(
    tx,
    project,
    organise.map(({ organiser }) => organiser.id),
  )
  const queued = organise.flatMap(({ organiser }) => letterTo(organiser, project, last.get(organiser.id), now) ?? [])
  await queueLetters(tx, queued, now)
}

type Told = Pick<typeof letters.$inferSelect, 'organiserId' | 'queuedAt' | 'sentAt' | 'endedAt'>

function letterTo(
  { id, email, locale }: Organiser,
  project: { id: string },
  told: Told | undefined,
  now: Temporal.Instant,
) {
  if (told && !told.sentAt && !told.endedAt) return null
  const dueAt = told?.sentAt ? later(now, told.sentAt.add(pause)) : now
  return { kind: reportedKind, projectId: project.id, organiserId: id, recipient: email, locale, dueAt }
}

async function lastTold(tx: Tx, project: { id: string }, ids: string[]): Promise<Map<string | null, Told>> {
  const own = and(eq(letters.projectId, project.id), eq(letters.kind, reportedKind), inArray(letters.organiserId, ids))
  const rows = await tx.select().from(letters).where(own).orderBy(desc(letters.queuedAt))
  return new Map(rows.toReversed().map((row) => [row.organiserId, row]))
}
