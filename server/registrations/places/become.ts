import { randomUUIDv7 } from 'node:crypto'
import { eq, given, max } from '../../../db/drizzle.ts'
import type { Reads, Tx } from '../../../db/open.ts'
import { prepared } from '../../../db/prepared.ts'
import type { Meeting, Organiser, Registration } from '../../../db/schema.ts'
import { placeSteps, registrations } from '../../../db/schema.ts'
import { notFound } from '../../refusal.ts'
import { followPlace } from '../../workshops/follow-place.ts'
import { isLive } from '../queries.ts'
import { inheritedReplyToken } from '../reply-token.ts'
import { newRow } from './new-row.ts'

type By = Pick<Organiser, 'id'> | null
export type PlaceChange = Partial<Pick<Registration, 'status' | 'seats' | 'groupId' | 'heldUntil'>>

/**
 * The only writer of how a registration stands, how many places it takes, as whom and until when; each time, the
 * journal gets a step. In a transaction with the meeting's lock, in which `current` was read.
 */
export async function become(
  tx: Tx,
  meeting: Pick<Meeting, 'sequence'>,
  current: Registration,
  change: PlaceChange,
  now: Temporal.Instant,
  by: By,
): Promise<Registration> {
  const [changed = notFound()] = await tx
    .update(registrations)
    .set(columnsOf(meeting, current, change, now))
    .where(eq(registrations.id, current.id))
    .returning()
  await noteStep(tx, changed, (await lastStep(tx, changed)) + 1, now, by)
  await followPlace(tx, current, changed, now)
  return changed
}

/** The first state of a registration, with which it comes into being. */
export async function arrive(
  tx: Tx,
  row: Omit<typeof registrations.$inferInsert, 'statusAt' | 'createdAt' | 'addedBy' | 'replyToken'>,
  now: Temporal.Instant,
  by: By,
): Promise<Registration> {
  // Only a SEQUENCE above 0 tells of an earlier registration with the same address.
  const replyToken = row.sequence ? await inheritedReplyToken(tx, row) : undefined
  const values = { ...row, replyToken, statusAt: now, createdAt: now, addedBy: by?.id ?? null }
  const arrived = (await newRow(tx, values)) ?? notFound()
  await noteStep(tx, arrived, 1, now, by)
  return arrived
}

/** Whoever leaves gets a SEQUENCE above everything sent to them before. */
function columnsOf(
  meeting: Pick<Meeting, 'sequence'>,
  current: Registration,
  change: PlaceChange,
  now: Temporal.Instant,
): Partial<Registration> {
  const status = change.status ?? current.status
  const isHeld = status === 'offered' || status === 'invited' || status === 'held'
  const leaves = isLive(current) && !isLive({ status })
  return {
    ...change,
    heldUntil: isHeld ? (change.heldUntil ?? current.heldUntil) : null,
    statusAt: status === current.status ? current.statusAt : now,
    sequence: leaves ? Math.max(meeting.sequence, current.sequence) + 1 : current.sequence,
  }
}

async function noteStep(tx: Tx, registration: Registration, number: number, at: Temporal.Instant, by: By) {
  const { id: registrationId, status, seats, groupId } = registration
  const step = { id: randomUUIDv7(), registrationId, number, at, status, seats, groupId, organiserId: by?.id ?? null }
  await prepared(tx, insertStep).execute(step)
}

const insertStep = (tx: Tx) =>
  tx.insert(placeSteps).values({
    id: given('id'),
    registrationId: given('registrationId'),
    number: given('number'),
    at: given('at'),
    status: given('status'),
    seats: given('seats'),
    groupId: given('groupId'),
    organiserId: given('organiserId'),
  })

async function lastStep(tx: Tx, registration: Pick<Registration, 'id'>): Promise<number> {
  const [row] = await prepared(tx, latest).execute({ registration: registration.id })
  return Number(row?.last ?? 0)
}

const latest = (db: Reads) =>
  db
    .select({ last: max(placeSteps.number) })
    .from(placeSteps)
    .where(eq(placeSteps.registrationId, given('registration')))
