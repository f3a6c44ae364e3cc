import { and, eq, inArray } from '../../db/drizzle.ts'
import type { Reads } from '../../db/open.ts'
import { type Project, type Registration, unsubscribed } from '../../db/schema.ts'
import { recipientKey } from '../mail/quota.ts'
import { hashOf } from '../secrets.ts'

/** What is kept of an address: one mailbox, one hash, however it is spelt. */
export function addressHash(address: string): string {
  return hashOf(recipientKey(address))
}

export async function isUnsubscribed(db: Reads, { id }: Pick<Project, 'id'>, hash: string): Promise<boolean> {
  const { projectId, addressHash: of } = unsubscribed
  const [row] = await db
    .select({ of })
    .from(unsubscribed)
    .where(and(eq(projectId, id), eq(of, hash)))
  return row !== undefined
}

/** The ids of those who want no news of the project. */
export async function unsubscribedAmong(
  db: Reads,
  project: Pick<Project, 'id'>,
  people: readonly Pick<Registration, 'id' | 'email'>[],
): Promise<Set<string>> {
  const hashed = people.map(({ id, email }) => ({ id, hash: addressHash(email ?? '') }))
  const { projectId, addressHash: of } = unsubscribed
  const unwilling = new Set<string>()
  // A statement takes only so many values.
  for (let i = 0; i < hashed.length; i += 500) {
    const some = hashed.slice(i, i + 500).map(({ hash }) => hash)
    const rows = await db
      .select({ of })
      .from(unsubscribed)
      .where(and(eq(projectId, project.id), inArray(of, some)))
    for (const row of rows) unwilling.add(row.of)
  }
  return new Set(hashed.filter(({ hash }) => unwilling.has(hash)).map(({ id }) => id))
}
