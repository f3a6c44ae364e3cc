import { eq } from '../../db/drizzle.ts'
import type { Database } from '../../db/open.ts'
import { consents, participants } from '../../db/schema.ts'
import { folded } from '../folded.ts'
import type { Problem } from '../forms.ts'
import { notFound } from '../refusal.ts'
import { changeRoster, type Party } from './roster.ts'

/**
 * Another name for somebody who comes along; not over a name that somebody else has written there meanwhile. Other letters
 * may be another person: what was said about photos of the one before is not said about them.
 */
export async function renamePerson(
  db: Database,
  party: Party,
  participantId: string,
  { name, was }: { name: string; was: string },
  now: Temporal.Instant,
): Promise<Problem | null> {
  return await changeRoster(db, party, now, async (tx, { named }): Promise<Problem | null> => {
    const current = named.find(({ id }) => id === participantId) ?? notFound()
    if (current.name === name) return null
    if (current.name !== was) return { field: 'name', key: 'party.problem-renamed', values: { name: current.name } }
    await tx.update(participants).set({ name }).where(eq(participants.id, current.id))
    if (folded(name) !== folded(was)) await tx.delete(consents).where(eq(consents.participantId, current.id))
    return null
  })
}
