import { randomUUIDv7 } from 'node:crypto'
import { given, sql } from '../../../db/drizzle.ts'
import type { Tx } from '../../../db/open.ts'
import { prepared } from '../../../db/prepared.ts'
import { type Registration, registrations } from '../../../db/schema.ts'
import { newReplyToken } from '../../secrets.ts'

type Row = typeof registrations.$inferInsert

/** Writes a registration down; nothing comes back when its id or address is there already. */
export async function newRow(tx: Tx, row: Row): Promise<Registration | undefined> {
  const said = Object.fromEntries(Object.entries(row).filter(([, value]) => value !== undefined))
  const heldUntil = row.heldUntil?.epochMilliseconds ?? null
  const [written] = await prepared(tx, insertion).execute({
    id: randomUUIDv7(),
    replyToken: newReplyToken(),
    doorToken: newReplyToken(),
    ...unsaid,
    ...said,
    heldUntil,
  })
  return written
}

/** What a column holds of which nothing is said. */
const unsaid = {
  ...{ kind: 'person', seats: 1, adults: 0, classKey: '', sequence: 0, workshopSequence: 0 },
  ...{ name: null, email: null, emailKey: null, className: null, birthYear: null, ageBand: null },
  ...{ groupId: null, addedBy: null, emergencyContact: null, walkIn: false, countedBand: null },
} satisfies Partial<Row>

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

const insertion = (tx: Tx) => tx.insert(registrations).values(columns).onConflictDoNothing().returning()
