import type { Tx } from '../../db/open.ts'
import type { Letter } from '../../db/schema.ts'
import { onceOf, queueLetters } from '../mail/queue.ts'
import { membersOf } from '../organisers/queries.ts'

const returnedKind = 'letters-returned'
/** What comes back comes back together: one letter says how many. */
const gathering = { hours: 1 }

/** Tells the owners of a project, at most once a day, that letters came back. */
export async function tellReturned(tx: Tx, { kind, projectId }: Letter, now: Temporal.Instant): Promise<void> {
  if (!projectId || kind === returnedKind) return
  const members = await membersOf(tx, { id: projectId })
  const owners = members.filter(({ role }) => role === 'owner').map(({ organiser }) => organiser)
  const today = now.toString().slice(0, 10)
  await queueLetters(
    tx,
    owners.map(({ id: organiserId, email: recipient, locale }) => ({
      ...{ kind: returnedKind, projectId, organiserId, recipient, locale },
      facts: { since: now.toString() },
      once: onceOf(returnedKind, projectId, organiserId, today),
      dueAt: now.add(gathering),
    })),
    now,
  )
}
