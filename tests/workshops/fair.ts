import { and, asc, eq, isNull, like } from '../../db/drizzle.ts'
import type { Database } from '../../db/open.ts'
import { letters, type Meeting, registrations, type Slot, slots, workshopChoices } from '../../db/schema.ts'
import { addSlot } from '../../server/agenda/add-slot.ts'
import { editSlot } from '../../server/agenda/edit-slot.ts'
import { placeSlot } from '../../server/agenda/place-slot.ts'
import { releaseAgenda } from '../../server/agenda/release-agenda.ts'
import { addRoom } from '../../server/agenda/rooms.ts'
import { register } from '../../server/registrations/register.ts'
import { choose } from '../../server/workshops/choose.ts'
import { leave } from '../../server/workshops/leave.ts'
import { setPlaces } from '../../server/workshops/set-places.ts'
import { firstDay, story } from '../agenda/plan.ts'
import type { Young } from '../cast.ts'
import { registrationBy } from '../registrations/places.ts'
import { now, world } from '../world.ts'

type Places = { bats?: number; logo?: number; radio?: number }

/**
 * A meeting with three workshops, released: Bats and Logo at the same time in two rooms, Radio after both. One signs up
 * for those that have places.
 */
export async function fair({ bats = 1, logo = 1, radio = 1 }: Places = {}, meeting: Partial<Meeting> = {}) {
  const here = await world(meeting)
  const { db, project, kickoff, owner, pupils } = here
  const day = await firstDay(db, kickoff)
  const rooms = [await addRoom(db, project, kickoff, { lv: 'Zāle' }, owner, now)]
  rooms.push(await addRoom(db, project, kickoff, { lv: 'Studija' }, owner, now))
  const add = (lv: string, room = rooms[0]) =>
    addSlot(
      db,
      project,
      kickoff,
      story(lv, { type: 'workshop', dayId: day.id, minutes: 45, roomId: room?.id ?? null }),
      owner,
      now,
    )
  const its = { bats: await add('Sikspārņi'), logo: await add('Logo', rooms[1]), radio: await add('Radio') }
  const release = (at = now, through: Database = db) => releaseAgenda(through, project, kickoff, owner, at)
  await release()
  const places = async (slot: Slot, number: number, at = now) =>
    await setPlaces(db, { project, meeting: kickoff }, slot, number, owner, at)
  for (const [slot, number] of [[its.bats, bats] as const, [its.logo, logo] as const, [its.radio, radio] as const])
    if (number > 0) await places(slot, number)
  return {
    ...here,
    ...its,
    day,
    rooms,
    places,
    release,
    come: async (...people: Young[]) => {
      for (const person of people) await register(db, project, kickoff, { ...person, groupId: pupils.id }, now)
    },
    chooses: async (person: Young, slot: Slot, at = now) =>
      await choose(db, kickoff, await registrationBy(db, person), slot.id, at),
    leaves: async (person: Young, slot: Slot, at = now) =>
      await leave(db, kickoff, await registrationBy(db, person), slot.id, at),
    /** Begins so many minutes later; takes it off the agenda, or puts it back at the end. */
    delay: async ({ id }: Slot, gapMinutes: number) => {
      const slot = (await db.select().from(slots)).find((one) => one.id === id)
      if (slot) await editSlot(db, project, kickoff, slot, { ...slot, speakers: [], gapMinutes }, owner, now)
    },
    shelve: (slot: Slot) => placeSlot(db, project, kickoff, slot, { dayId: null, roomId: slot.roomId }, owner, now),
    bringBack: (slot: Slot) =>
      placeSlot(db, project, kickoff, slot, { dayId: day.id, roomId: slot.roomId }, owner, now),
  }
}

/** Who takes part in a workshop and who waits, in the order in which they came; whoever left too. */
export async function standing(db: Database, slot: { id: string }): Promise<Record<string, string>> {
  const rows = await db
    .select({ name: registrations.name, status: workshopChoices.status })
    .from(workshopChoices)
    .innerJoin(registrations, eq(registrations.id, workshopChoices.registrationId))
    .where(eq(workshopChoices.slotId, slot.id))
    .orderBy(asc(workshopChoices.arrival))
  return Object.fromEntries(rows.map(({ name, status }) => [name ?? '', status]))
}

/** The letters about workshops in the outbox: "Sami: workshop-in Radio". */
export async function workshopLetters(db: Database): Promise<string[]> {
  const all = await db.select().from(slots)
  const rows = await db
    .select({ letter: letters, name: registrations.name })
    .from(letters)
    .innerJoin(registrations, eq(registrations.id, letters.registrationId))
    .where(and(like(letters.kind, 'workshop-%'), isNull(letters.endedAt)))
  const title = (id = '') => all.find((slot) => slot.id === id)?.title.lv
  return rows.map(({ letter, name }) => `${name}: ${letter.kind} ${title(letter.facts.slotId)}`).sort()
}
