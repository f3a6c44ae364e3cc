import { expect } from 'vitest'
import { eq } from '../../db/drizzle.ts'
import type { Deed, Reach } from '../../db/open.ts'
import { type PlaceStep, reservedPlaces } from '../../db/schema.ts'
import { freshMeeting } from '../../server/meetings/queries.ts'
import type { House } from './place-deeds.ts'
import { fitsIn, isSeated, seatsOf } from './place-model.ts'
import type { Recorded } from './place-record.ts'

/** The same house, which notes in which order deeds done at once got to the database. */
export function inOrderOfDeeds(house: House, number: number, order: number[]): House {
  const transact = <T>(deed: Deed<T>, reach: Reach) =>
    house.db.transact(async (tx) => {
      order.push(number)
      return await deed(tx)
    }, reach)
  return { ...house, db: Object.assign(Object.create(house.db), { transact }) }
}

type Standing = { arrival: number; status: string; seats: number; group: number }
type Round = { before: Recorded; after: Recorded; order: Temporal.Instant[] }

/** Tells what happened at once over again from the journal, in its order, and judges each step by itself. */
export async function expectFair(house: House, { before, after, order }: Round): Promise<void> {
  const rules = await rulesOf(house)
  const standing = new Map(before.rows.map((row) => [row.id, standingOf(house, row)]))
  const arrivals = new Map(after.rows.map(({ id, arrival }) => [id, arrival]))
  const arrivalOf = ({ registrationId }: PlaceStep) => arrivals.get(registrationId) ?? 0
  for (const step of stepsOf({ before, after, order }, arrivalOf)) {
    const one = { arrival: arrivalOf(step), status: step.status, seats: step.seats, group: groupOf(house, step) }
    expectNobodyOvertaken(rules, standing, step, one)
    standing.set(step.registrationId, one)
    const seated = [...standing.values()].filter(isSeated)
    expect(seatsOf(seated)).toBeLessThanOrEqual(rules.capacity)
  }
  expect([...standing.values()]).toEqual(after.rows.map((row) => standingOf(house, row)))
  if (!rules.paused) expect(lineOf(standing).filter((one) => fits(rules, standing, one))).toEqual([])
}

type Rules = Awaited<ReturnType<typeof rulesOf>>

async function rulesOf({ db, meeting, groupIds }: House) {
  const { capacity, promotionPausedAt } = (await freshMeeting(db, meeting)) ?? expect.unreachable()
  const kept = await db.select().from(reservedPlaces).where(eq(reservedPlaces.meetingId, meeting.id))
  const placesFor = (id: string) => kept.find(({ groupId }) => groupId === id)?.places ?? 0
  const [pupils = '', teachers = ''] = groupIds
  const reserved: [number, number] = [placesFor(pupils), placesFor(teachers)]
  return { capacity, reserved, paused: promotionPausedAt !== null }
}

/** A deed's own steps come before the offers that follow from it, and those go by the line. */
function stepsOf({ before, after, order }: Round, arrivalOf: (step: PlaceStep) => number): PlaceStep[] {
  const known = new Set(before.steps.map(({ id }) => id))
  const turn = (step: PlaceStep) => order.findLastIndex((moment) => moment.equals(step.at))
  const follows = ({ status, organiserId }: PlaceStep) => (status === 'offered' && organiserId === null ? 1 : 0)
  return after.steps
    .filter(({ id }) => !known.has(id))
    .sort((a, b) => turn(a) - turn(b) || follows(a) - follows(b) || arrivalOf(a) - arrivalOf(b))
}

/** Whoever gets a place fits, and nobody fits who is before them: in line, or for a newcomer anywhere in it. */
function expectNobodyOvertaken(rules: Rules, standing: Map<string, Standing>, step: PlaceStep, one: Standing): void {
  const was = standing.get(step.registrationId)
  const isGiven = isSeated(one) && !(was && isSeated(was))
  if (!isGiven) {
    expectNoneTaken(rules, standing, step, one)
    return
  }
  expect(fits(rules, standing, one)).toBe(true)
  const isByHand = step.organiserId !== null && one.status !== 'confirmed' && one.status !== 'held'
  const before = lineOf(standing).filter(({ arrival }) => arrival < one.arrival)
  if (!isByHand) expect(before.filter((other) => fits(rules, standing, other))).toEqual([])
}

/** Who changes group with a place takes none that is kept for others. */
function expectNoneTaken(rules: Rules, standing: Map<string, Standing>, step: PlaceStep, one: Standing): void {
  const others = [...standing].filter(([id, other]) => id !== step.registrationId && isSeated(other))
  const rest = others.map(([, other]) => other)
  const was = standing.get(step.registrationId)
  if (isSeated(one) && was?.group !== one.group) expect(fitsIn(rules, rest, one)).toBe(true)
}

function fits(rules: Rules, standing: Map<string, Standing>, one: Standing): boolean {
  return fitsIn(rules, [...standing.values()].filter(isSeated), one)
}

function lineOf(standing: Map<string, Standing>): Standing[] {
  return [...standing.values()].filter(({ status }) => status === 'waiting')
}

function standingOf(house: House, row: Recorded['rows'][number]): Standing {
  return { arrival: row.arrival, status: row.status, seats: row.seats, group: groupOf(house, row) }
}

export function groupOf({ groupIds }: House, { groupId }: { groupId: string | null }): number {
  return groupId === null ? -1 : groupIds.indexOf(groupId)
}
