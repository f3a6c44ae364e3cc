import { inArray } from '../../db/drizzle.ts'
import type { Reads } from '../../db/open.ts'
import { type Registration, suppressed } from '../../db/schema.ts'
import { suppressedHash } from './suppressed.ts'

/** The ids of those whose address a mail server has said does not exist. */
export async function suppressedAmong(
  db: Reads,
  people: readonly Pick<Registration, 'id' | 'email'>[],
): Promise<Set<string>> {
  const byHash = Map.groupBy(
    people.filter(({ email }) => email),
    ({ email }) => suppressedHash(email ?? ''),
  )
  const hashes = [...byHash.keys()]
  const found = new Set<string>()
  // A statement takes only so many values.
  for (let i = 0; i < hashes.length; i += 500) {
    const some = inArray(suppressed.addressHash, hashes.slice(i, i + 500))
    const rows = await db.select({ hash: suppressed.addressHash }).from(suppressed).where(some)
    for (const { hash } of rows) for (const { id } of byHash.get(hash) ?? []) found.add(id)
  }
  return found
}
