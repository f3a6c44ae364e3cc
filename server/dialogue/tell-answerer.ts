import { and, eq, isNull } from '../../db/drizzle.ts'
import type { Tx } from '../../db/open.ts'
import { letters, type Organiser, type Project } from '../../db/schema.ts'
import { queueLetter } from '../mail/queue.ts'

/** Until then more may be given: one letter tells it all. */
const settling = { minutes: 10 }

/** Written when it goes, it names everything that is open then: one that waits says it already. */
export async function tellAnswerer(tx: Tx, project: Project, to: Organiser, now: Temporal.Instant): Promise<void> {
  const kind = 'voices-given'
  const own = and(eq(letters.kind, kind), eq(letters.projectId, project.id), eq(letters.organiserId, to.id))
  const waiting = and(own, isNull(letters.sentAt), isNull(letters.endedAt), isNull(letters.heldAt))
  if ((await tx.select({ id: letters.id }).from(letters).where(waiting)).length > 0) return
  const letter = { kind, projectId: project.id, organiserId: to.id, recipient: to.email, locale: to.locale }
  await queueLetter(tx, { ...letter, dueAt: now.add(settling) }, now)
}
