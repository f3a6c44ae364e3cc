import { eq } from '../../db/drizzle.ts'
import { groups, type Meeting, organisers, registrations, meetings as rows } from '../../db/schema.ts'
import { addSlot } from '../../server/agenda/add-slot.ts'
import type { Person } from '../../server/registrations/person.ts'
import { register } from '../../server/registrations/register.ts'
import { firstDay, story } from '../agenda/plan.ts'
import { askedToken, firstSlot, youngSpeaker } from '../guardians/young.ts'
import { bringClass } from '../parties/cast.ts'
import { lettersWent } from '../registrations/places.ts'
import { addSpeaker } from '../speakers/cast.ts'
import { bring, openCall } from '../stories/cast.ts'
import { addMeeting, now, testApp, world } from '../world.ts'

/** Known here in every way there is; nobody has heard of the other. */
export const known = 'vera@example.org'

export const meetings: Record<string, Partial<Meeting>> = {
  open: { takesClasses: true, friendsMost: 2 },
  full: { capacity: 3, takesClasses: true, friendsMost: 2 },
  approval: { approval: true },
  young: { asksAge: true, photoChannels: ['web', 'press'] },
  begun: { startsAt: now.subtract({ hours: 1 }), endsAt: now.add({ hours: 1 }) },
  waited: { startsAt: now.subtract({ hours: 1 }), endsAt: now.add({ hours: 1 }) },
}

export type Renowned = Awaited<ReturnType<typeof renowned>>

/** Meetings of every kind, and somebody who has come to all of them, speaks, brings a story and organises. */
export async function renowned() {
  const here = await world()
  const { db, project, kickoff, pupils, teachers, owner, organiser } = here
  await db.transact((tx) => tx.update(groups).set({ adult: true }).where(eq(groups.id, teachers.id)), {
    touches: 'everything',
  })
  const vera: Person = { name: 'Vera', email: known, groupId: pupils.id, locale: 'en' }
  for (const [slug, details] of Object.entries(meetings)) {
    const meeting = await addMeeting(db, project, { ...details, slug, number: 2 + Object.keys(meetings).indexOf(slug) })
    const age = details.asksAge ? { birthYear: 2000, ageBand: 'adult' as const } : {}
    const party = slug === 'full' ? { kind: 'friends' as const, seats: 3 } : {}
    await register(db, project, meeting, { ...vera, ...age, ...party }, now)
    if (details.takesClasses) await bringClass(db, project, meeting, { email: known, pupils: 1, groupId: pupils.id })
    const child = { birthYear: 2015, ageBand: 'child' as const, guardianEmail: known }
    if (details.asksAge) await register(db, project, meeting, { ...vera, ...child, email: 'little@example.org' }, now)
  }
  // Somebody else has left: the one who waits would have their place, were anybody offered it.
  await db.transact(
    async (tx) => {
      const [waited] = await tx.select().from(rows).where(eq(rows.slug, 'waited'))
      const theirs = eq(registrations.meetingId, `${waited?.id}`)
      await tx.update(registrations).set({ status: 'waiting' }).where(theirs)
    },
    { touches: 'everything' },
  )
  const day = await firstDay(db, kickoff)
  await addSlot(db, project, kickoff, story('Sikspārņi', { dayId: day.id }), organiser, now)
  await addSpeaker(db, project, { email: known })
  const elina = await youngSpeaker(db, project, await firstSlot(db, kickoff), { email: 'elina@example.org' })
  await askedToken(db, project, elina, known, now)
  for (const place of [null, kickoff]) {
    const call = await openCall(db, project, place, owner)
    await bring(db, call, { email: known, story: { title: '', abstract: '' }, coSpeakers: ['co@example.org'] }, 'save')
    await bring(db, call, { email: 'liga@example.org', story: { title: 'Luna' }, coSpeakers: [known] })
  }
  const row = { name: 'Vera', email: known, locale: 'lv' as const, createdAt: now }
  await db.transact((tx) => tx.insert(organisers).values(row), { touches: 'nothing' })
  await lettersWent(db, now)
  return { ...here, slot: await firstSlot(db, kickoff), elina, app: await testApp(db) }
}
