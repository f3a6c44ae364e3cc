import { asc, eq } from '../../db/drizzle.ts'
import type { Database, Reads } from '../../db/open.ts'
import { letters, registrations } from '../../db/schema.ts'

/** Who stands how, in the order of arrival; a person who came back shows as they stand last. */
export async function places(db: Reads, meeting: { id: string }): Promise<Record<string, string>> {
  const rows = await db
    .select()
    .from(registrations)
    .where(eq(registrations.meetingId, meeting.id))
    .orderBy(asc(registrations.arrival))
  return Object.fromEntries(rows.map(({ name, status }) => [name ?? '', status]))
}

/** The kinds of letters queued to an address, by name. */
export async function lettersTo(db: Reads, { email }: { email: string }): Promise<string[]> {
  const rows = await db.select({ kind: letters.kind, to: letters.recipient }).from(letters)
  return rows
    .filter(({ to }) => to.toLowerCase() === email.toLowerCase())
    .map(({ kind }) => kind)
    .sort()
}

export async function registrationBy(db: Reads, { email }: { email: string }) {
  const rows = await db.select().from(registrations).where(eq(registrations.emailKey, email.toLowerCase()))
  const last = rows.sort((a, b) => a.arrival - b.arrival).at(-1)
  if (!last) throw new Error(`${email} never registered`)
  return last
}

/** As if everything in the outbox had been posted. */
export async function lettersWent(db: Database, at: Temporal.Instant) {
  await db.transact((tx) => tx.update(letters).set({ sentAt: at }), { touches: 'nothing' })
}
