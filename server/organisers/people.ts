import { and, eq } from '../../db/drizzle.ts'
import type { Database, Tx } from '../../db/open.ts'
import type { Organiser, Project, Role } from '../../db/schema.ts'
import { memberships } from '../../db/schema.ts'
import { record } from '../history.ts'
import { queueLetter } from '../mail/queue.ts'
import { notFound, Refusal } from '../refusal.ts'
import { known } from './newcomers.ts'
import { memberOf, membersOf } from './queries.ts'

export type Invitation = { name: string; email: string; role: Role }

/** Takes a colleague into the project and writes to them. Somebody who is in already stays as they are. */
export async function invite(
  db: Database,
  project: Project,
  { name, email, role }: Invitation,
  by: Organiser,
  now: Temporal.Instant,
): Promise<void> {
  await db.transact(
    async (tx) => {
      const colleague = await known(tx, { name, email, locale: by.locale }, now)
      if (await memberOf(tx, project, colleague.id)) return
      await tx.insert(memberships).values({ projectId: project.id, organiserId: colleague.id, role, since: now })
      await sendInvitation(tx, project, colleague, by, now)
      await record(tx, 'people.invited', by, { project }, now, { colleague: colleague.id, role })
    },
    { touches: 'nothing', lock: 'organisers' },
  )
}

/** Throws a Refusal when that would leave the project without an owner. */
export async function changeRole(
  db: Database,
  project: Project,
  colleague: { id: string },
  role: Role,
  by: Organiser,
  now: Temporal.Instant,
): Promise<void> {
  await db.transact(
    async (tx) => {
      const member = (await memberOf(tx, project, colleague.id)) ?? notFound()
      if (member.role === role) return
      await refuseOwnerless(tx, project, member.organiser)
      await tx.update(memberships).set({ role }).where(membershipOf(project, colleague))
      await record(tx, 'people.role', by, { project }, now, { colleague: colleague.id, role })
    },
    { touches: 'nothing', lock: project.id },
  )
}

/** Throws a Refusal when that would leave the project without an owner. */
export async function removeColleague(
  db: Database,
  project: Project,
  colleague: { id: string },
  by: Organiser,
  now: Temporal.Instant,
): Promise<void> {
  await db.transact(
    async (tx) => {
      const member = await memberOf(tx, project, colleague.id)
      if (!member) return
      await refuseOwnerless(tx, project, member.organiser)
      await tx.delete(memberships).where(membershipOf(project, colleague))
      await record(tx, 'people.removed', by, { project }, now, { colleague: colleague.id })
    },
    { touches: 'nothing', lock: project.id },
  )
}

async function refuseOwnerless(tx: Tx, project: Project, leaving: Organiser): Promise<void> {
  const members = await membersOf(tx, project)
  const others = members.filter(({ organiser }) => organiser.id !== leaving.id)
  if (!others.some(({ role }) => role === 'owner')) throw new Refusal('people.last-owner')
}

/** In the inviter's language, which the two probably share; it leads to the sign-in page and holds no secret. */
async function sendInvitation(
  tx: Tx,
  project: Project,
  { id, email }: Organiser,
  by: Organiser,
  now: Temporal.Instant,
) {
  const whom = { projectId: project.id, organiserId: id, recipient: email, locale: by.locale }
  await queueLetter(tx, { kind: 'invitation', ...whom, facts: { inviter: by.name } }, now)
}

function membershipOf(project: { id: string }, organiser: { id: string }) {
  return and(eq(memberships.projectId, project.id), eq(memberships.organiserId, organiser.id))
}
