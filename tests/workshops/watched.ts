import { expect } from 'vitest'
import { asc, eq, like } from '../../db/drizzle.ts'
import type { Database, Reach, Deed as Transaction, Tx } from '../../db/open.ts'
import { letters, registrations, workshopChoices, workshops } from '../../db/schema.ts'
import { releasedAgenda } from '../../server/agenda/queries.ts'
import type { Deed, Fair } from './deeds.ts'

type Choice = {
  id: string
  slotId: string
  person: string
  arrival: number
  status: string
  seats: number
  isSure: boolean
}
type State = {
  places: Map<string, number>
  on: Map<string, { startsAt: string; endsAt: string }>
  choices: Choice[]
  letters: string[]
  /** How whoever has not heard yet that a workshop is off stood in it, by the choice's id. */
  dropped: Map<string, { was?: string; seats?: string }>
}
export type Seen = { deed: Deed; before: State; after: State }

/** The same database, that writes down how everything stood before and after each deed, inside its transaction. */
export function watched(here: Fair, deed: Deed, seen: Seen[]): Database {
  const transact = async <T>(act: Transaction<T>, reach: Reach): Promise<T> => {
    let last: Seen | undefined
    const result = await here.db.transact(async (tx) => {
      const before = await stateOf(tx, here)
      const done = await act(tx)
      last = { deed, before, after: await stateOf(tx, here) }
      return done
    }, reach)
    if (last) seen.push(last)
    return result
  }
  return new Proxy(here.db, {
    get: (db, name) => {
      const value = name === 'transact' ? transact : Reflect.get(db, name)
      return typeof value === 'function' && name !== 'transact' ? value.bind(db) : value
    },
  })
}

async function stateOf(tx: Tx, { kickoff }: Fair): Promise<State> {
  const rows = await tx
    .select({ choice: workshopChoices, registration: registrations })
    .from(workshopChoices)
    .innerJoin(registrations, eq(registrations.id, workshopChoices.registrationId))
    .orderBy(asc(workshopChoices.arrival))
  const posted = await tx.select().from(letters).where(like(letters.kind, 'workshop-%'))
  const agenda = await releasedAgenda(tx, kickoff)
  return {
    places: new Map((await tx.select().from(workshops)).map(({ slotId, places }) => [slotId, places])),
    on: new Map((agenda?.slots ?? []).map((slot) => [slot.id, slot])),
    choices: rows.map(({ choice: { registrationId: person, id, slotId, arrival, status }, registration }) => ({
      ...{ id, slotId, person, arrival, status },
      seats: registration.seats,
      isSure: registration.status === 'confirmed',
    })),
    dropped: new Map(
      posted.filter(({ sentAt, endedAt }) => !sentAt && !endedAt).map(({ facts }) => [facts.choice ?? '', facts]),
    ),
    letters: posted.map(({ id, kind, registrationId, facts }) => `${id} ${kind} ${registrationId} ${facts.slotId}`),
  }
}

const counts = ({ status }: Choice) => status !== 'left'
const isIn = ({ status }: Choice) => status === 'in'

/** Everything that holds after any deed. */
export function expectAllHolds({ deed, before, after }: Seen): void {
  expect([deed, after.choices.filter((one) => counts(one) && !one.isSure)]).toEqual([deed, []])
  expect([deed, after.choices.filter((one) => counts(one) && !after.on.has(one.slotId))]).toEqual([deed, []])
  for (const slotId of after.places.keys()) {
    expectNotFuller(deed, before, after, slotId)
    expectNobodyKeptWaiting(deed, after, slotId)
    expectNobodyOvertaken(deed, before, after, slotId)
  }
  if (deed.do === 'choose') expect([deed, clashes(after)]).toEqual([deed, clashes(before)])
  expect([deed, newLetters(before, after)]).toEqual([deed, owed(deed, before, after)])
}

/** Over its places only by there being fewer, or by coming back as it was. */
function expectNotFuller(deed: Deed, before: State, after: State, slotId: string): void {
  const [was, is] = [taken(before, slotId), taken(after, slotId)]
  const isBack = !before.on.has(slotId)
  if (is > (after.places.get(slotId) ?? 0) && !isBack) expect([deed, is]).toEqual([deed, Math.min(was, is)])
}

function expectNobodyKeptWaiting(deed: Deed, state: State, slotId: string): void {
  if (!state.on.has(slotId)) return
  const left = (state.places.get(slotId) ?? 0) - taken(state, slotId)
  const kept = waitingAt(state, slotId).filter((one) => one.seats <= left && !isBlocked(state, one))
  expect([deed, kept]).toEqual([deed, []])
}

/** Whoever came earlier and waits yet would not have fitted when somebody after them moved in. */
function expectNobodyOvertaken(deed: Deed, before: State, after: State, slotId: string): void {
  const wasIn = new Set(before.choices.filter(isIn).map(({ id }) => id))
  const moved = after.choices.filter((one) => one.slotId === slotId && isIn(one) && !wasIn.has(one.id))
  if (!before.on.has(slotId)) return
  expect([deed, moved.filter((one) => isBlocked(after, one))]).toEqual([deed, []])
  if (deed.do === 'put-in') return
  const left = (after.places.get(slotId) ?? 0) - taken(after, slotId)
  const overtaken = waitingAt(after, slotId).filter((one) => {
    const later = moved.filter(({ arrival }) => arrival > one.arrival)
    return later.length > 0 && one.seats <= left + seatsOf(later) && !isBlocked(after, one)
  })
  expect([deed, overtaken]).toEqual([deed, []])
}

/** One letter for each change that the person did not make themselves. */
function owed(deed: Deed, before: State, after: State): string[] {
  const letters = after.choices.flatMap((is) => {
    const letter = letterFor(deed, before, is, after.on.has(is.slotId))
    return letter ? [`${letter} ${is.person} ${is.slotId}`] : []
  })
  return letters.sort()
}

function letterFor(deed: Deed, before: State, is: Choice, isOn: boolean): string | null {
  const was = before.choices.find(({ id }) => id === is.id)
  if (was?.status === is.status) return null
  if (was?.status === 'left') return broughtBack(before, is)
  if (was && counts(was) && !isOn) return 'workshop-dropped'
  if (is.status === 'in') return deed.do === 'choose' && !was ? null : 'workshop-in'
  if (was?.status === 'in' && is.status === 'waiting') return 'workshop-out'
  return deed.do === 'take-out' && was ? 'workshop-out' : null
}

/** As they were, or in line because they have grown, or in because there is room by now. */
function broughtBack({ dropped }: State, is: Choice): string | null {
  const { was, seats } = dropped.get(is.id) ?? {}
  if (was === 'in') return is.status === 'waiting' && is.seats > Number(seats) ? 'workshop-out' : null
  return is.status === 'in' ? 'workshop-in' : null
}

function newLetters(before: State, after: State): string[] {
  const known = new Set(before.letters)
  return after.letters
    .filter((one) => !known.has(one))
    .map((one) => one.split(' ').slice(1).join(' '))
    .sort()
}

function waitingAt({ choices }: State, slotId: string): Choice[] {
  return choices.filter((one) => one.slotId === slotId && one.status === 'waiting')
}

function taken({ choices }: State, slotId: string): number {
  return seatsOf(choices.filter((one) => one.slotId === slotId && isIn(one)))
}

function seatsOf(choices: readonly Choice[]): number {
  return choices.reduce((sum, { seats }) => sum + seats, 0)
}

/** They take part in another at that time. */
function isBlocked(state: State, { person, slotId }: Choice): boolean {
  const others = state.choices.filter((one) => one.person === person && isIn(one) && one.slotId !== slotId)
  return others.some((other) => areAtOnce(state, slotId, other.slotId))
}

function clashes(state: State): string[] {
  const live = state.choices.filter(counts)
  return live.flatMap((one) =>
    live
      .filter(
        (other) =>
          other.person === one.person && one.slotId < other.slotId && areAtOnce(state, one.slotId, other.slotId),
      )
      .map((other) => `${one.id} ${other.id}`),
  )
}

/** Instants of one day as ISO strings without fractions: they sort as they are. */
function areAtOnce({ on }: State, one: string, other: string): boolean {
  const [a, b] = [on.get(one), on.get(other)]
  return a !== undefined && b !== undefined && a.startsAt < b.endsAt && b.startsAt < a.endsAt
}
