import { createHash } from 'node:crypto'
import type { Tx } from '../../db/open.ts'
import type { Registration } from '../../db/schema.ts'
import type { Person } from '../registrations/person.ts'
import { registrationOf } from '../registrations/queries.ts'

/**
 * Whom the same form has written down when it was sent before. A browser that goes back shows the old mark beside the next
 * name that is typed: that is somebody else, with a mark of their own.
 */
export async function asSent(
  tx: Tx,
  meeting: { id: string },
  person: Person,
): Promise<{ person: Person; sent: Registration | null }> {
  if (!person.once) return { person, sent: null }
  const first = await registrationOf(tx, meeting, person.once)
  if (first === null || first.name === person.name) return { person, sent: first }
  const once = markOf(person.once, person.name)
  return { person: { ...person, once }, sent: await registrationOf(tx, meeting, once) }
}

/** The same for the same name, in the form of an id. */
function markOf(once: string, name: string): string {
  const hash = createHash('sha256').update(`${once} ${name}`).digest('hex')
  return hash.slice(0, 32).replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
}
