import { and, eq, inArray } from '../../db/drizzle.ts'
import type { Localised } from '../../db/languages.ts'
import type { Database, Tx } from '../../db/open.ts'
import { letters, type Organiser, type Registration } from '../../db/schema.ts'
import { record } from '../history.ts'
import { queueLetters } from '../mail/queue.ts'
import type { Found } from '../meetings/queries.ts'
import { planOf } from '../registrations/desk/plan.ts'
import { newManageLinks } from '../registrations/links.ts'
import { isLive } from '../registrations/queries.ts'

/** What organisers write, in their own words. */
export type Message = { subject: Localised; text: Localised }

const portion = 200

/** One letter to each address among them; the same `once` again writes to nobody who has it already. */
export async function writeTo(
  db: Database,
  found: Found,
  ids: readonly string[],
  message: Message,
  once: string,
  by: Organiser,
  now: Temporal.Instant,
): Promise<number> {
  const people = oneEach((await planOf(db, found.meeting, 'write', ids, now)).able)
  let written = 0
  for (let i = 0; i < people.length; i += portion) {
    const some = people.slice(i, i + portion)
    written += await db.transact((tx) => queueFor(tx, found, some, message, once, by, now), {
      touches: 'nothing',
      lock: found.meeting.id,
    })
  }
  return written
}

/** Whoever registered themselves and a class reads it once. */
export function oneEach(people: readonly Registration[]): Registration[] {
  return [...new Map(people.toReversed().map((person) => [person.emailKey, person])).values()].toReversed()
}

async function queueFor(
  tx: Tx,
  { project, meeting }: Found,
  people: readonly Registration[],
  { subject, text }: Message,
  once: string,
  by: Organiser,
  now: Temporal.Instant,
): Promise<number> {
  const has = await writtenTo(tx, people, once)
  const missing = people.filter(({ id }) => !has.has(id))
  if (missing.length === 0) return 0
  const tokens = await newManageLinks(tx, missing, meeting, now)
  const said = { subject: JSON.stringify(subject), text: JSON.stringify(text), once }
  const queued = missing.map((person, i) => ({
    ...{ kind: 'message', projectId: project.id, meetingId: meeting.id, registrationId: person.id },
    ...{ recipient: person.email ?? '', locale: person.locale, token: tokens[i] },
    facts: { ...said, live: isLive(person) ? 'yes' : '' },
  }))
  await queueLetters(tx, queued, now)
  await record(tx, 'registrations.written', by, { project, meeting }, now, { people: String(missing.length) })
  return missing.length
}

async function writtenTo(tx: Tx, people: readonly Registration[], once: string): Promise<Set<string>> {
  const ids = people.map(({ id }) => id)
  const rows = await tx
    .select({ registrationId: letters.registrationId, facts: letters.facts })
    .from(letters)
    .where(and(inArray(letters.registrationId, ids), eq(letters.kind, 'message')))
  return new Set(rows.filter(({ facts }) => facts.once === once).flatMap(({ registrationId }) => registrationId ?? []))
}
