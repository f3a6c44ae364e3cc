import { and, eq } from '../../db/drizzle.ts'
import type { Database } from '../../db/open.ts'
import { helpers, type Meeting, type Organiser, type Project } from '../../db/schema.ts'
import { record } from '../history.ts'
import { queueLetter } from '../mail/queue.ts'
import { notFound } from '../refusal.ts'
import { known } from './newcomers.ts'
import { type HelperRole, helperOf, memberOf } from './queries.ts'

export type HelperInvitation = { name: string; email: string; role: HelperRole }

/**
 * Takes a colleague into one meeting alone and writes to them. Who helps already stays as they are, and who organises
 * the whole project needs nothing further.
 */
export async function inviteHelper(
  db: Database,
  project: Project,
  meeting: Meeting,
  { role, ...person }: HelperInvitation,
  by: Organiser,
  now: Temporal.Instant,
): Promise<void> {
  await db.transact(
    async (tx) => {
      const colleague = await known(tx, { ...person, locale: by.locale }, now)
      const member = await memberOf(tx, project, colleague.id)
      if (member?.role === 'owner' || member?.role === 'organiser') return
      if (await helperOf(tx, meeting, colleague)) return
      await tx.insert(helpers).values({ meetingId: meeting.id, organiserId: colleague.id, role, since: now })
      const whom = { organiserId: colleague.id, recipient: colleague.email, locale: by.locale }
      const about = { projectId: project.id, meetingId: meeting.id, facts: { inviter: by.name } }
      await queueLetter(tx, { kind: 'invitation', ...whom, ...about }, now)
      await record(tx, 'people.invited', by, { project, meeting }, now, { colleague: colleague.id, role })
    },
    { touches: 'nothing', lock: 'organisers' },
  )
}

export async function changeHelperRole(
  db: Database,
  project: Project,
  meeting: Meeting,
  colleague: { id: string },
  role: HelperRole,
  by: Organiser,
  now: Temporal.Instant,
): Promise<void> {
  await db.transact(
    async (tx) => {
      const helper = (await helperOf(tx, meeting, colleague)) ?? notFound()
      if (helper.role === role) return
      await tx.update(helpers).set({ role }).where(helpIn(meeting, colleague))
      await record(tx, 'people.role', by, { project, meeting }, now, { colleague: colleague.id, role })
    },
    { touches: 'nothing', lock: meeting.id },
  )
}

export async function removeHelper(
  db: Database,
  project: Project,
  meeting: Meeting,
  colleague: { id: string },
  by: Organiser,
  now: Temporal.Instant,
): Promise<void> {
  await db.transact(
    async (tx) => {
      const helper = await helperOf(tx, meeting, colleague)
      if (!helper) return
      await tx.delete(helpers).where(helpIn(meeting, colleague))
      await record(tx, 'people.removed', by, { project, meeting }, now, { colleague: colleague.id })
    },
    { touches: 'nothing', lock: meeting.id },
  )
}

function helpIn(meeting: { id: string }, organiser: { id: string }) {
  return and(eq(helpers.meetingId, meeting.id), eq(helpers.organiserId, organiser.id))
}
