import { eq } from '../../db/drizzle.ts'
import type { Locale } from '../../db/languages.ts'
import type { Database } from '../../db/open.ts'
import type { Organiser } from '../../db/schema.ts'
import { organisers } from '../../db/schema.ts'

/** How an organiser is called, and the language of letters to them. */
export async function editProfile(db: Database, { id }: Organiser, profile: { name: string; locale: Locale }) {
  await db.transact(async (tx) => await tx.update(organisers).set(profile).where(eq(organisers.id, id)), {
    touches: 'nothing',
  })
}
