import type { Locale } from '../../db/languages.ts'
import type { Database } from '../../db/open.ts'
import type { Mailing, Organiser } from '../../db/schema.ts'
import { onceOf, queueLetter } from '../mail/queue.ts'
import type { Found } from '../meetings/queries.ts'
import { writableMailing } from './writable.ts'

/** To whoever asks for it, and nobody else; the same `once` again sends none. */
export async function sendTest(
  db: Database,
  found: Found,
  { id }: Pick<Mailing, 'id'>,
  { locale, once }: { locale: Locale; once: string },
  by: Organiser,
  now: Temporal.Instant,
): Promise<void> {
  await db.transact(
    async (tx) => {
      const mailing = await writableMailing(tx, found, { id })
      const letter = {
        ...{ kind: 'message-test', projectId: found.project.id, meetingId: found.meeting.id, organiserId: by.id },
        ...{ recipient: by.email, locale, facts: { mailing: mailing.id } },
        ...{ urgency: 1, once: onceOf('mailing-test', mailing.id, once) },
      }
      await queueLetter(tx, letter, now)
    },
    { touches: 'nothing', lock: found.meeting.id },
  )
}
