import { and, eq, gt, inArray } from '../../db/drizzle.ts'
import type { Database, Tx } from '../../db/open.ts'
import { letters, type Organiser, projects } from '../../db/schema.ts'
import { membersOf } from '../organisers/queries.ts'
import { type Late, lateBy } from './late.ts'
import { onceOf, queueLetters } from './queue.ts'
import { lateKind } from './urgency.ts'

/** A letter about letters is worth it when many are late, or one for long: one that is greylisted comes by itself. */
const many = 10
const long = { hours: 1 }
const day = { hours: 24 }

export type Log = { warn(details: object, message: string): void }

/**
 * Tells the operator's log which letters are late, and the owners of their projects, once a day at most. Their letter waits
 * behind the same fault: it goes as soon as anything does.
 */
export async function watchLetters(db: Database, log: Log, now: Temporal.Instant): Promise<void> {
  const late = await lateBy(db, now)
  for (const { projectId: project, since, letters } of late)
    log.warn({ project, letters, since: since.toString() }, 'letters are late')
  const worth = late.filter(({ projectId, ...one }) => projectId !== null && isWorthALetter(one, now))
  for (const { projectId, ...one } of worth) await tellOwners(db, projectId ?? '', one, now)
}

function isWorthALetter({ letters, since }: Omit<Late, 'answer'>, now: Temporal.Instant): boolean {
  return letters >= many || Temporal.Instant.compare(since.add(long), now) <= 0
}

async function tellOwners(db: Database, projectId: string, late: Late, now: Temporal.Instant): Promise<void> {
  await db.transact(
    async (tx) => {
      const [project] = await tx.select().from(projects).where(eq(projects.id, projectId))
      const members = await membersOf(tx, { id: projectId })
      const owners = members.filter(({ role }) => role === 'owner').map(({ organiser }) => organiser)
      const told = await toldToday(tx, projectId, owners, now)
      const untold = project ? owners.filter(({ id }) => !told.includes(id)) : []
      await queueLetters(
        tx,
        untold.map((owner) => letterTo(owner, projectId, late)),
        now,
      )
    },
    { touches: 'nothing', lock: lateKind },
  )
}

function letterTo(
  { id: organiserId, email: recipient, locale }: Organiser,
  projectId: string,
  { since, letters }: Late,
) {
  return {
    ...{ kind: lateKind, projectId, organiserId, recipient, locale },
    facts: { since: since.toString(), letters: String(letters) },
    once: onceOf(lateKind, projectId, organiserId, since.toString()),
  }
}

async function toldToday(tx: Tx, projectId: string, owners: readonly Organiser[], now: Temporal.Instant) {
  const { kind, organiserId, queuedAt } = letters
  const recently = and(eq(letters.projectId, projectId), eq(kind, lateKind), gt(queuedAt, now.subtract(day)))
  const ids = owners.map(({ id }) => id)
  const rows = await tx
    .select({ organiserId })
    .from(letters)
    .where(and(recently, inArray(organiserId, ids)))
  return rows.map((row) => row.organiserId)
}
