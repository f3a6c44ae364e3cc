import { eq } from '../../db/drizzle.ts'
import type { Database, Tx } from '../../db/open.ts'
import { type Meeting, type Organiser, type Project, participants, type Registration } from '../../db/schema.ts'
import { record } from '../history.ts'
import { become } from './become.ts'
import { movePlan } from './move-plan.ts'
import { movedId } from './moved-id.ts'
import { planOf } from './plan.ts'
import { isLive, registrationOf } from './queries.ts'
import { type Person, register } from './register.ts'
import { offerFreedPlaces } from './waiting-list.ts'

type Move = { project: Project; from: Meeting; to: Meeting; by: Organiser; now: Temporal.Instant }

/**
 * Moves people to another meeting: each registers there by its rules, which says so in one letter, and then leaves
 * here. Broken off in between, it goes on where it stopped; who has arrived is not registered again.
 */
export async function moveTogether(db: Database, move: Move, ids: readonly string[]): Promise<number> {
  const { project, from, to, by, now } = move
  const { able } = await movePlan(db, await planOf(db, from, 'move', ids, now), to, now)
  for (const one of able) {
    const arrived = await registrationOf(db, to, movedId(one, to))
    if (!arrived) await register(db, project, to, await personOf(db, one, to), now, by)
    await db.transact((tx) => depart(tx, move, one), { touches: project.id, lock: from.id })
  }
  if (able.length === 0) return 0
  await db.transact(
    async (tx) => {
      await offerFreedPlaces(tx, project, from, now)
      const facts = { people: String(able.length), title: JSON.stringify(to.title) }
      await record(tx, 'registrations.moved', by, { project, meeting: from }, now, facts)
    },
    { touches: project.id, lock: from.id },
  )
  return able.length
}

/** Without a letter of its own, and without offering what is freed before all are gone. */
async function depart(tx: Tx, { from, by, now }: Move, { id }: Registration): Promise<void> {
  const current = await registrationOf(tx, from, id)
  if (current && isLive(current)) await become(tx, from, current, { status: 'cancelled' }, now, by)
}

/** What goes along: who they are and whom they bring. Answers and yeses were given to the other meeting. */
async function personOf(db: Database, one: Registration, to: Meeting): Promise<Person> {
  const { name, email, groupId, locale, kind, seats, adults, className, birthYear, ageBand } = one
  const brought = await db.select().from(participants).where(eq(participants.registrationId, one.id))
  const names = brought.toSorted((a, b) => a.position - b.position).flatMap((each) => each.name ?? [])
  return {
    ...{ name: name ?? '', email, groupId, locale, kind, seats, adults, className },
    ...(to.asksAge && ageBand ? { birthYear, ageBand } : {}),
    participants: names,
    once: movedId(one, to),
    movedFrom: one,
  }
}
