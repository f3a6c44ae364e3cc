import { randomUUID } from 'node:crypto'
import { eq } from '../../db/drizzle.ts'
import type { Database } from '../../db/open.ts'
import { type Mailing, mailings, type Organiser } from '../../db/schema.ts'
import type { Found } from '../meetings/queries.ts'
import { writableProject } from '../projects/writable.ts'
import { writableMailing } from './writable.ts'

export type MailingInput = Pick<Mailing, 'kind' | 'subject' | 'text' | 'audience'>

/** A draft; the same `once` again makes no second one. */
export async function createMailing(
  db: Database,
  { project, meeting }: Found,
  input: MailingInput,
  once: string | undefined,
  by: Organiser,
  now: Temporal.Instant,
): Promise<Pick<Mailing, 'id'>> {
  const id = once ?? randomUUID()
  await db.transact(
    async (tx) => {
      await writableProject(tx, project)
      const row = { id, meetingId: meeting.id, ...input, createdAt: now, createdBy: by.id }
      await tx.insert(mailings).values(row).onConflictDoNothing()
    },
    { touches: 'nothing', lock: meeting.id },
  )
  return { id }
}

/** As long as it is a draft: afterwards it stays what people were sent. */
export async function editMailing(db: Database, found: Found, { id }: Pick<Mailing, 'id'>, input: MailingInput) {
  await db.transact(
    async (tx) => {
      const mailing = await writableMailing(tx, found, { id })
      if (!mailing.startedAt) await tx.update(mailings).set(input).where(eq(mailings.id, id))
    },
    { touches: 'nothing', lock: found.meeting.id },
  )
}

/** A draft that nobody needs. */
export async function deleteMailing(db: Database, found: Found, { id }: Pick<Mailing, 'id'>) {
  await db.transact(
    async (tx) => {
      const mailing = await writableMailing(tx, found, { id })
      if (!mailing.startedAt) await tx.delete(mailings).where(eq(mailings.id, id))
    },
    { touches: 'nothing', lock: found.meeting.id },
  )
}
