import { and, eq, not } from '../../db/drizzle.ts'
import type { Database } from '../../db/open.ts'
import type { Letter, Organiser, Project } from '../../db/schema.ts'
import { letters } from '../../db/schema.ts'
import { record } from '../history.ts'
import { isStopped } from './outbox/stopped.ts'
import { writeDown } from './outbox/write-down.ts'
import { unsuppress } from './suppressed.ts'

/**
 * Gives a letter that was given up another three days, beginning now, and its address another chance; any other stays
 * as it is, and so does one of a mailing that was stopped.
 */
export async function retryLetter(
  db: Database,
  project: Project,
  letter: Pick<Letter, 'id'>,
  by: Organiser,
  now: Temporal.Instant,
): Promise<void> {
  await db.transact(
    async (tx) => {
      const [retried] = await tx
        .update(letters)
        .set({ ending: null, endedAt: null, dueAt: now, queuedAt: now })
        .where(
          and(
            eq(letters.id, letter.id),
            eq(letters.projectId, project.id),
            eq(letters.ending, 'failed'),
            not(isStopped),
          ),
        )
        .returning()
      if (!retried) return
      await unsuppress(tx, retried.recipient)
      await writeDown(tx, [retried], 'hurried', by, now)
      await record(tx, 'letter.retried', by, { project, meeting: meetingOf(retried) }, now)
    },
    { touches: 'nothing' },
  )
}

function meetingOf({ meetingId }: Letter) {
  return meetingId ? { id: meetingId } : null
}
