import { eq } from '../../db/drizzle.ts'
import type { Database, Tx } from '../../db/open.ts'
import { guardianships } from '../../db/schema.ts'
import { writeToGuardian } from './ask.ts'
import { type Child, silentGuardianships } from './queries.ts'

/** One reminder to each guardian who has said nothing when half of the time that a place is held for has passed. */
export async function remindOfChildren(db: Database, now: Temporal.Instant): Promise<void> {
  const isDue = (child: Child) => isHalfWay(child, now)
  if (!(await silentGuardianships(db)).some(isDue)) return
  await db.transact(
    async (tx) => {
      for (const child of (await silentGuardianships(tx)).filter(isDue)) await remind(tx, child, now)
    },
    { touches: 'nothing', lock: 'guardianship reminders' },
  )
}

async function remind(tx: Tx, { project, meeting, guardianship }: Child, now: Temporal.Instant): Promise<void> {
  await writeToGuardian(tx, 'child-reminder', project, meeting, guardianship, now)
  await tx.update(guardianships).set({ remindedAt: now }).where(eq(guardianships.id, guardianship.id))
}

function isHalfWay({ registration: { statusAt, heldUntil } }: Child, now: Temporal.Instant): boolean {
  if (heldUntil === null) return false
  const half = statusAt.epochMilliseconds + (heldUntil.epochMilliseconds - statusAt.epochMilliseconds) / 2
  return now.epochMilliseconds >= half
}
