import type { Database } from '../db/open.ts'
import { helpers, memberships, organisers } from '../db/schema.ts'
import { cast } from './cast.ts'
import { addMeeting, now } from './world.ts'

type Here = { db: Database; project: { id: string }; kickoff: { id: string } }

/** Everybody with a lesser role: in the whole project, in its first meeting alone, and in another meeting of it alone. */
export async function crew({ db, project, kickoff }: Here) {
  const elsewhere = await addMeeting(db, project, { slug: 'elsewhere', number: 90 })
  const add = async (person: { name: string; email: string }, suffix = '') => await newcomer(db, person, suffix)
  const [door, moderator, answerer] = [await add(cast.door), await add(cast.moderator), await add(cast.answerer)]
  const [planner, usher, host] = [await add(cast.planner), await add(cast.usher), await add(cast.host)]
  const others = [await add(cast.planner, 'x'), await add(cast.usher, 'x'), await add(cast.host, 'x')] as const
  const help = (meeting: { id: string }, who: readonly { id: string }[]) =>
    (['organiser', 'door', 'moderator'] as const).map((role, i) => ({
      ...{ meetingId: meeting.id, role, since: now },
      organiserId: who[i]?.id ?? '',
    }))
  await db.transact(
    async (tx) => {
      await tx.insert(memberships).values([
        { projectId: project.id, organiserId: door.id, role: 'door', since: now },
        { projectId: project.id, organiserId: moderator.id, role: 'moderator', since: now },
        { projectId: project.id, organiserId: answerer.id, role: 'answerer', since: now },
      ])
      await tx.insert(helpers).values([...help(kickoff, [planner, usher, host]), ...help(elsewhere, others)])
    },
    { touches: 'everything' },
  )
  const [plannerElsewhere, usherElsewhere, hostElsewhere] = others
  return { elsewhere, door, moderator, answerer, planner, usher, host, plannerElsewhere, usherElsewhere, hostElsewhere }
}

async function newcomer(db: Database, { name, email }: { name: string; email: string }, suffix: string) {
  const row = { name: name + suffix, email: suffix + email, locale: 'lv' as const, createdAt: now }
  return await db.transact(
    async (tx) => {
      const [added] = await tx.insert(organisers).values(row).returning()
      if (!added) throw new Error('no organiser')
      return added
    },
    { touches: 'nothing' },
  )
}
