import { eq } from '../../db/drizzle.ts'
import { type Registration, registrations } from '../../db/schema.ts'
import { addSlot } from '../../server/agenda/add-slot.ts'
import { releaseAgenda } from '../../server/agenda/release-agenda.ts'
import { register } from '../../server/registrations/register.ts'
import { firstDay, story } from '../agenda/plan.ts'
import { addMeeting, now, signedInAs, testApp, world } from '../world.ts'

/** In every name and address of those who come: nothing that stays may have it in it. */
export const secret = 'Zilonis'

export type AuditDesk = Awaited<ReturnType<typeof auditDesk>>

/** A meeting that approves, people who stand in every way there, and a meeting to move them to. */
export async function auditDesk() {
  const here = await world({ approval: true, photoChannels: ['web'] })
  const { db, project, kickoff, owner, pupils } = here
  const next = await addMeeting(db, project, { slug: 'next', number: 2 })
  const day = await firstDay(db, kickoff)
  const slot = await addSlot(db, project, kickoff, story('Darbnīca', { dayId: day.id }), owner, now)
  await releaseAgenda(db, project, kickoff, owner, now)
  const people: Record<string, string> = {}
  const stands = { requested: 5, waiting: 2, confirmed: 6 } as const
  for (const [status, size] of Object.entries(stands))
    for (let i = 0; i < size; i += 1) {
      const email = `${secret}.${status}${i}@example.org`
      const person = { name: `${secret} ${status}`, email, groupId: pupils.id, locale: 'lv' as const }
      const { registration } = await register(db, project, kickoff, person, now)
      const set = { status: status as Registration['status'] }
      const row = eq(registrations.id, registration.id)
      await db.transact((tx) => tx.update(registrations).set(set).where(row), { touches: 'everything' })
      people[`${status}${i}`] = registration.id
    }
  const headers = await signedInAs(db, owner)
  return { ...here, next, slot, people, headers, app: await testApp(db) }
}
