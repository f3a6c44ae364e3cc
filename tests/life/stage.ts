import { type Meeting, type Registration, registrations } from '../../db/schema.ts'
import { register } from '../../server/registrations/register.ts'
import { choose } from '../../server/workshops/choose.ts'
import { leave } from '../../server/workshops/leave.ts'
import { setPlaces } from '../../server/workshops/set-places.ts'
import { agendaEvening } from '../mail/agenda-evening.ts'
import { registrationBy } from '../registrations/places.ts'
import { now } from '../world.ts'

/** Minutes after everybody has been told how it is. */
export const at = (minutes: number) => now.add({ minutes: 60 + minutes })

export const address = (who: string) => `${who}@example.org`

type Row = Partial<typeof registrations.$inferInsert>
const heldUntil = now.add({ hours: 240 })

/** Everybody who stands otherwise than a sign-up alone would bring about. */
const standing: Record<string, Row> = {
  waiting: { status: 'waiting' },
  offered: { status: 'offered', heldUntil },
  invited: { status: 'invited', heldUntil },
  held: { status: 'held', heldUntil },
  requested: { status: 'requested' },
  left: { status: 'cancelled', sequence: 1 },
}

/**
 * A full meeting with everybody who can be concerned by it, named for how they stand. `guest` and `class` have a place;
 * `painter` is in the workshop Paint, `lurker` waits for it. `speaker` speaks in Bats, together with somebody without an
 * address, and `asked` is asked to; `host` speaks in Logo and has a place too, `leader` leads Paint and takes part in it.
 */
export async function stage(meeting: Partial<Meeting> = {}) {
  const here = await agendaEvening({ capacity: 12, takesClasses: true, ...meeting })
  const { db, project, kickoff, owner, pupils, studio } = here
  const slots = {
    bats: await here.add('Bats'),
    logo: await here.add('Logo'),
    paint: await here.add('Paint', { type: 'workshop', minutes: 30, roomId: studio.id }),
    print: await here.add('Print', { type: 'workshop', minutes: 30, roomId: studio.id }),
  }
  const speaks = (who: string, slot: { id: string }, standing: 'confirmed' | 'invited', email = address(who)) =>
    here.speaker(who, slot, { email, standing })
  const speakers = {
    speaker: await speaks('speaker', slots.bats, 'confirmed'),
    mute: await here.speaker('mute', slots.bats, { email: null }),
    asked: await speaks('asked', slots.bats, 'invited'),
    host: await speaks('host', slots.logo, 'confirmed'),
    leader: await speaks('leader', slots.paint, 'confirmed'),
  }
  const comes = (who: string, details: { seats?: number; className?: string } = {}) => {
    const kind = details.className ? ({ kind: 'class', adults: 1 } as const) : {}
    const person = { name: who, email: address(who), groupId: pupils.id, locale: 'en' as const }
    return register(db, project, kickoff, { ...person, ...kind, ...details }, now)
  }
  for (const who of ['guest', 'host', 'painter', 'lurker', 'leader']) await comes(who)
  await comes('class', { className: '7.b', seats: 4 })
  await here.release()
  await setPlaces(db, { project, meeting: kickoff }, slots.paint, 2, owner, now)
  await setPlaces(db, { project, meeting: kickoff }, slots.print, 20, owner, now)
  const chooses = async (who: string, slot: { id: string }, when = now) =>
    await choose(db, kickoff, await registrationBy(db, { email: address(who) }), slot.id, when)
  for (const who of ['painter', 'leader', 'lurker']) await chooses(who, slots.paint)
  await db.transact((tx) => tx.insert(registrations).values(Object.entries(standing).map(rowOf(kickoff))), {
    touches: 'nothing',
  })
  for (const minutes of [-60, -40, -20, -1]) await here.posted(at(minutes))
  const leaves = async (who: string, slot: { id: string }, when: Temporal.Instant) =>
    await leave(db, kickoff, await registrationBy(db, { email: address(who) }), slot.id, when)
  return {
    ...here,
    ...slots,
    speakers,
    chooses,
    leaves,
    comes,
    registrationOf: (who: string) => registrationBy(db, { email: address(who) }),
  }
}

export type Stage = Awaited<ReturnType<typeof stage>>

function rowOf({ id: meetingId }: Meeting) {
  return ([who, row]: [string, Row], i: number): typeof registrations.$inferInsert => ({
    ...{ meetingId, arrival: 100 + i, name: who, email: address(who), emailKey: address(who), locale: 'en' },
    ...{ status: 'waiting' satisfies Registration['status'], statusAt: now, createdAt: now },
    ...row,
  })
}
