import { randomUUIDv7 } from 'node:crypto'
import { given, sql } from '../../../db/drizzle.ts'
import type { Tx } from '../../../db/open.ts'
import { prepared } from '../../../db/prepared.ts'
import { rowsWritten } from '../../../db/rows-written.ts'
import { type Registration, registrations } from '../../../db/schema.ts'
import { newReplyToken } from '../../secrets.ts'

type Row = typeof registrations.$inferInsert

/** Writes a registration down; nothing comes back when its id or address is there already. */
export async function newRow(tx: Tx, row: Row): Promise<Registration | undefined> {
  const arrived = registrationFrom(row)
  const heldUntil = arrived.heldUntil?.epochMilliseconds ?? null
  const written = await prepared(tx, insertion).execute({ ...arrived, heldUntil })
  return rowsWritten(written) > 0 ? arrived : undefined
}

/** As the database would hand it back. */
function registrationFrom(row: Row): Registration {
  return {
    id: row.id ?? randomUUIDv7(),
    meetingId: row.meetingId,
    arrival: row.arrival,
    kind: row.kind ?? 'person',
    seats: row.seats ?? 1,
    adults: row.adults ?? 0,
    name: row.name ?? null,
    email: row.email ?? null,
    emailKey: row.emailKey ?? null,
    className: row.className ?? null,
    classKey: row.classKey ?? '',
    birthYear: row.birthYear ?? null,
    ageBand: row.ageBand ?? null,
    groupId: row.groupId ?? null,
    locale: row.locale,
    status: row.status,
    statusAt: asKept(row.statusAt),
    heldUntil: row.heldUntil ? asKept(row.heldUntil) : null,
    sequence: row.sequence ?? 0,
    workshopSequence: row.workshopSequence ?? 0,
    replyToken: row.replyToken === undefined ? newReplyToken() : row.replyToken,
    doorToken: row.doorToken === undefined ? newReplyToken() : row.doorToken,
    emergencyContact: row.emergencyContact ?? null,
    walkIn: row.walkIn ?? false,
    countedBand: row.countedBand ?? null,
    addedBy: row.addedBy ?? null,
    createdAt: asKept(row.createdAt),
  }
}

function asKept({ epochMilliseconds }: Temporal.Instant): Temporal.Instant {
  return Temporal.Instant.fromEpochMilliseconds(epochMilliseconds)
}

const columns = {
  id: given('id'),
  meetingId: given('meetingId'),
  arrival: given('arrival'),
  kind: given('kind'),
  seats: given('seats'),
  adults: given('adults'),
  name: given('name'),
  email: given('email'),
  emailKey: given('emailKey'),
  className: given('className'),
  classKey: given('classKey'),
  birthYear: given('birthYear'),
  ageBand: given('ageBand'),
  groupId: given('groupId'),
  locale: given('locale'),
  status: given('status'),
  statusAt: given('statusAt'),
  // Drizzle would ask the null of a prepared instant for its milliseconds.
  heldUntil: sql`${given('heldUntil')}`,
  sequence: given('sequence'),
  workshopSequence: given('workshopSequence'),
  replyToken: given('replyToken'),
  doorToken: given('doorToken'),
  emergencyContact: given('emergencyContact'),
  walkIn: given('walkIn'),
  countedBand: given('countedBand'),
  addedBy: given('addedBy'),
  createdAt: given('createdAt'),
} satisfies Record<keyof Row, unknown>

const insertion = (tx: Tx) => tx.insert(registrations).values(columns).onConflictDoNothing()
