import { randomUUID } from 'node:crypto'
import { eq } from '../../db/drizzle.ts'
import type { Database } from '../../db/open.ts'
import { type Mailing, mailings, type Organiser } from '../../db/schema.ts'
import type { Found } from '../meetings/queries.ts'
import { writableProject } from '../projects/writable.ts'
import { writableMailing } from './writable.ts'

export type MailingInput = Pick<Mailing, 'kind' | 'subject' | 'text' | 'audience'>

/** A draft; the same `once` again puts that one otherwise, and makes a second one only when it has gone meanwhile. */
export async function createMailing(
  db: Database,
  found: Found,
  input: MailingInput,
  once: string | undefined,
  by: Organiser,
  now: Temporal.Instant,
): Promise<Pick<Mailing, 'id'>> {
  const { project, meeting } = found
  return await db.transact(
    async (tx) => {
      await writableProject(tx, project)
      const [made] = once ? await tx.select().from(mailings).where(eq(mailings.id, once)) : []
      const draft = made?.meetingId === meeting.id && !made.startedAt ? made : null
      const id = made ? randomUUID() : (once ?? randomUUID())
      if (draft) await tx.update(mailings).set(input).where(eq(mailings.id, draft.id))
      else await tx.insert(mailings).values({ id, meetingId: meeting.id, ...input, createdAt: now, createdBy: by.id })
      return draft ?? { id }
    },
    { touches: 'nothing', lock: meeting.id },
  )
}

/** As long as it is a draft: afterwards it stays what people were sent. Returns whether it still was. */
export async function editMailing(db: Database, found: Found, { id }: Pick<Mailing, 'id'>, input: MailingInput) {
  return await db.transact(
    async (tx) => {
      const mailing = await writableMailing(tx, found, { id })
      if (mailing.startedAt) return false
      await tx.update(mailings).set(input).where(eq(mailings.id, id))
      return true
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
