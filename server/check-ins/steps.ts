import { and, eq, inArray, isNull, or } from '../../db/drizzle.ts'
import type { Reads, Tx } from '../../db/open.ts'
import { checkIns, type DoorStep, doorSteps, participants, registrations } from '../../db/schema.ts'
import { type Seen, standingOf } from './standing.ts'

/** Somebody who can come: whoever registered, or one of those they bring along. */
export type Comer = { registrationId: string; participantId: string | null }

export function keyOf({ registrationId, participantId }: Comer): string {
  return participantId ?? registrationId
}

/** Writes down what the phones tell of a meeting's door, at most some hundreds at once; what is known already counts once. */
export async function takeSteps(tx: Tx, meeting: { id: string }, steps: readonly DoorStep[]): Promise<void> {
  const own = await ofThatMeeting(tx, meeting, steps)
  if (own.length === 0) return
  await tx.insert(doorSteps).values(own).onConflictDoNothing()
  await settle(tx, own)
}

/** Who is known to have come to a meeting, by whom it was about. */
export async function seenAt(db: Reads, meeting: { id: string }): Promise<Map<string, Seen>> {
  const steps = await db.select().from(doorSteps).where(eq(doorSteps.meetingId, meeting.id))
  return standings(steps)
}

export async function stepsOf(db: Reads, registrationIds: readonly string[]): Promise<DoorStep[]> {
  return await db
    .select()
    .from(doorSteps)
    .where(inArray(doorSteps.registrationId, [...registrationIds]))
}

async function ofThatMeeting(tx: Tx, meeting: { id: string }, steps: readonly DoorStep[]): Promise<DoorStep[]> {
  const ids = steps.map(({ registrationId }) => registrationId)
  const its = and(eq(registrations.meetingId, meeting.id), inArray(registrations.id, ids))
  const rows = await tx
    .select({ id: registrations.id, participant: participants.id })
    .from(registrations)
    .leftJoin(participants, eq(participants.registrationId, registrations.id))
    .where(its)
  const people = Map.groupBy(rows, ({ id }) => id)
  return steps.filter(({ registrationId, participantId }) => {
    const its = people.get(registrationId) ?? []
    return participantId === null ? its.length > 0 : its.some(({ participant }) => participant === participantId)
  })
}

async function settle(tx: Tx, comers: readonly Comer[]): Promise<void> {
  const registered = [...new Set(comers.map(({ registrationId }) => registrationId))]
  const touched = new Map(comers.map((one) => [keyOf(one), one]))
  const seen = standings(await stepsOf(tx, registered))
  const alone = comers.filter(({ participantId }) => participantId === null).map((one) => one.registrationId)
  const brought = comers.flatMap(({ participantId }) => participantId ?? [])
  const theirs = and(inArray(checkIns.registrationId, alone), isNull(checkIns.participantId))
  await tx.delete(checkIns).where(or(theirs, inArray(checkIns.participantId, brought)))
  const rows = [...touched.values()].flatMap(({ registrationId, participantId }) => {
    const its = seen.get(participantId ?? registrationId)
    return its ? [{ registrationId, participantId, at: its.since, by: its.by }] : []
  })
  if (rows.length > 0) await tx.insert(checkIns).values(rows)
}

function standings(steps: readonly DoorStep[]): Map<string, Seen> {
  const each = [...Map.groupBy(steps, keyOf)].map(([key, its]) => [key, standingOf(its)] as const)
  return new Map(each.flatMap(([key, seen]) => (seen ? [[key, seen] as const] : [])))
}
