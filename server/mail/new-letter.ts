import { randomUUIDv7 } from 'node:crypto'
import { given, sql } from '../../db/drizzle.ts'
import type { Tx } from '../../db/open.ts'
import { prepared } from '../../db/prepared.ts'
import { rowsWritten } from '../../db/rows-written.ts'
import { letters } from '../../db/schema.ts'

type Row = typeof letters.$inferInsert

/** Writes one letter down, unless its `once` has been queued before. Returns how many that makes. */
export async function newLetter(tx: Tx, row: Row): Promise<number> {
  const said = Object.fromEntries(Object.entries(row).filter(([, value]) => value !== undefined))
  const written = await prepared(tx, insertion).execute({
    id: randomUUIDv7(),
    ...unsaid,
    ...said,
    heldAt: row.heldAt?.epochMilliseconds ?? null,
    words: row.words ? JSON.stringify(row.words) : null,
  })
  return rowsWritten(written)
}

/** What a column holds of which nothing is said. */
const unsaid = {
  ...{ projectId: null, meetingId: null, registrationId: null, organiserId: null, speakerId: null, voiceId: null },
  ...{ storySpeakerId: null, consentId: null, guardianshipId: null, mailingId: null, facts: {}, token: null },
  ...{ urgency: 1, once: null },
} satisfies Partial<Row>

const columns = {
  id: given('id'),
  kind: given('kind'),
  projectId: given('projectId'),
  meetingId: given('meetingId'),
  registrationId: given('registrationId'),
  organiserId: given('organiserId'),
  speakerId: given('speakerId'),
  storySpeakerId: given('storySpeakerId'),
  consentId: given('consentId'),
  guardianshipId: given('guardianshipId'),
  voiceId: given('voiceId'),
  recipient: given('recipient'),
  recipientKey: given('recipientKey'),
  locale: given('locale'),
  facts: given('facts'),
  token: given('token'),
  queuedAt: given('queuedAt'),
  dueAt: given('dueAt'),
  urgency: given('urgency'),
  // Drizzle would ask the null of a prepared instant for its milliseconds, and write that of JSON as a word.
  heldAt: sql`${given('heldAt')}`,
  words: sql`${given('words')}`,
  mailingId: given('mailingId'),
  once: given('once'),
} satisfies Partial<Record<keyof Row, unknown>>

const insertion = (tx: Tx) => tx.insert(letters).values(columns).onConflictDoNothing({ target: letters.once })
