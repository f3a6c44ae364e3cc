import type { Locale } from '../../db/languages.ts'
import type { Tx } from '../../db/open.ts'
import type { Organiser } from '../../db/schema.ts'
import { organisers } from '../../db/schema.ts'
import { notFound } from '../refusal.ts'

export type Newcomer = { name: string; email: string; locale: Locale }

/** Called under the lock 'organisers', after looking whether the address is known. */
export async function newOrganiser(
  tx: Tx,
  { name, email, locale }: Newcomer,
  now: Temporal.Instant,
): Promise<Organiser> {
  const [organiser] = await tx
    .insert(organisers)
    .values({ name, email: email.toLowerCase(), locale, createdAt: now })
    .returning()
  return organiser ?? notFound()
}
