import type { Database, Reads, Tx } from '../../../db/open.ts'
import type { Meeting, Organiser, Project, Registration } from '../../../db/schema.ts'
import { record } from '../../history.ts'
import { freshMeeting } from '../../meetings/queries.ts'
import { participantsOf } from '../../parties/queries.ts'
import { notFound } from '../../refusal.ts'
import { knownWorkshops } from '../../workshops/known.ts'
import type { Person } from '../person.ts'
import { become } from '../places/become.ts'
import { offerFreedPlaces } from '../places/waiting-list.ts'
import { takePlace } from '../register.ts'
import { movePlan } from './move-plan.ts'
import { planOf } from './plan.ts'

type Move = { project: Project; from: Meeting; to: Meeting; by: Organiser; now: Temporal.Instant }

const portion = 200

/**
 * Moves people to another meeting: each registers there by its rules, which says so in one letter, and leaves here. Each
 * portion is a transaction at both meetings that asks again what speaks against it, so nobody is ever at both or at none,
 * and whoever has left meanwhile, or was moved elsewhere, stays where they are. Returns how many went.
 */
export async function moveTogether(db: Database, move: Move, ids: readonly string[]): Promise<number> {
  const { project, from, to, now } = move
  const { able } = await planOf(db, from, 'move', ids, now)
  let moved = 0
  for (let i = 0; i < able.length; i += portion) {
    const some = able.slice(i, i + portion).map(({ id }) => id)
    moved += await db.transact((tx) => movePortion(tx, move, some), { touches: project.id, lock: [from.id, to.id] })
  }
  return moved
}

async function movePortion(tx: Tx, { project, by, now, ...given }: Move, ids: readonly string[]): Promise<number> {
  const from = (await freshMeeting(tx, given.from)) ?? notFound()
  const to = (await freshMeeting(tx, given.to)) ?? notFound()
  const { able } = await movePlan(tx, await planOf(tx, from, 'move', ids, now), to, now)
  for (const one of able) {
    await takePlace(tx, project, to.id, await personOf(tx, one, to), now, by)
    // Without a letter of its own.
    await become(tx, from, one, { status: 'cancelled' }, now, by)
  }
  if (able.length === 0) return 0
  await offerFreedPlaces(tx, project, from, now)
  const facts = { people: String(able.length), title: JSON.stringify(to.title) }
  await record(tx, 'registrations.moved', by, { project, meeting: from }, now, facts)
  return able.length
}

/** What goes along: who they are and whom they bring. Answers and yeses were given to the other meeting. */
async function personOf(db: Reads, one: Registration, to: Meeting): Promise<Person> {
  const { name, email, groupId, locale, kind, seats, adults, className, birthYear, ageBand } = one
  return {
    ...{ name: name ?? '', email, groupId, locale, kind, seats, adults, className },
    ...(to.asksAge && ageBand ? { birthYear, ageBand } : {}),
    participants: (await participantsOf(db, one)).map((each) => each.name),
    movedFrom: { ...one, workshops: await knownWorkshops(db, one) },
  }
}
