import { and, eq, inArray } from '../../db/drizzle.ts'
import type { Locale } from '../../db/languages.ts'
import type { Database } from '../../db/open.ts'
import type { Project, Registration } from '../../db/schema.ts'
import { registrations } from '../../db/schema.ts'
import { live } from './queries.ts'

export type Details = { name: string; groupId: string | null; locale: Locale }

/** What a person may change about themselves; the address stays, it is where the link went. */
export async function change(
  db: Database,
  project: Project,
  registration: Pick<Registration, 'id'>,
  details: Details,
): Promise<void> {
  await db.transact(
    async (tx) => {
      await tx
        .update(registrations)
        .set(details)
        .where(and(eq(registrations.id, registration.id), inArray(registrations.status, [...live])))
    },
    { touches: project.id },
  )
}
