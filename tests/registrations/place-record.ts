import { expect } from 'vitest'
import { asc, eq, inArray } from '../../db/drizzle.ts'
import type { Reads } from '../../db/open.ts'
import { letters, type PlaceStep, placeSteps, type Registration, registrations } from '../../db/schema.ts'

export type Recorded = { rows: Registration[]; steps: PlaceStep[] }

/** Who stands how, in the order of arrival, and how they came to. */
export async function recorded(db: Reads, meeting: { id: string }): Promise<Recorded> {
  const rows = await db
    .select()
    .from(registrations)
    .where(eq(registrations.meetingId, meeting.id))
    .orderBy(asc(registrations.arrival))
  const ids = rows.map(({ id }) => id)
  const steps = await db
    .select()
    .from(placeSteps)
    .where(inArray(placeSteps.registrationId, ids))
    .orderBy(asc(placeSteps.number))
  return { rows, steps }
}

/** From each state, those that may follow. */
const next: Record<Registration['status'], readonly Registration['status'][]> = {
  requested: ['confirmed', 'held', 'waiting', 'invited', 'refused', 'cancelled'],
  waiting: ['offered', 'invited', 'cancelled'],
  offered: ['confirmed', 'held', 'cancelled', 'lapsed'],
  invited: ['confirmed', 'held', 'cancelled', 'lapsed'],
  held: ['confirmed', 'cancelled', 'lapsed'],
  confirmed: ['cancelled'],
  cancelled: [],
  lapsed: [],
  refused: [],
}

const first: readonly Registration['status'][] = ['confirmed', 'held', 'waiting', 'requested', 'invited']

/** Every state follows from the journal, and the journal is one that could have happened. */
export function expectJournal({ rows, steps }: Recorded): void {
  const byRegistration = Map.groupBy(steps, ({ registrationId }) => registrationId)
  for (const row of rows) {
    const its = byRegistration.get(row.id) ?? []
    expect(its.map(({ number }) => number)).toEqual(its.map((_, i) => i + 1))
    const { status, seats, groupId } = its.at(-1) ?? expect.unreachable()
    expect({ status, seats, groupId }).toEqual({ status: row.status, seats: row.seats, groupId: row.groupId })
    for (const [i, step] of its.entries()) {
      const before = its[i - 1]
      if (before?.status !== step.status) expect(before ? next[before.status] : first).toContain(step.status)
    }
  }
}

const letterOf: Record<Registration['status'], string> = {
  confirmed: 'confirmation',
  offered: 'offer',
  invited: 'invited',
  held: 'held',
  requested: 'requested',
  waiting: 'waiting',
  cancelled: 'left',
  lapsed: 'lapsed',
  refused: 'refused',
}

/** Every change of state has its letter, and only one. */
export async function expectLettered(db: Reads, { rows, steps }: Recorded): Promise<void> {
  const ids = rows.map(({ id }) => id)
  const queued = await db.select().from(letters).where(inArray(letters.registrationId, ids))
  const kinds = Object.values(letterOf)
  for (const { id, name } of rows) {
    // Of whoever was forgotten at their guardian's no, only the last letter is left.
    if (name === null) continue
    const its = steps.filter(({ registrationId }) => registrationId === id)
    const changes = its.filter(({ status }, i) => status !== its[i - 1]?.status)
    const told = queued.filter(({ registrationId, kind }) => registrationId === id && kinds.includes(kind))
    expect(told.map(({ kind }) => kind).sort()).toEqual(changes.map(({ status }) => letterOf[status]).sort())
  }
}
