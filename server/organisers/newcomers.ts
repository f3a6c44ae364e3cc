import type { Locale } from '../../db/languages.ts'
import type { Tx } from '../../db/open.ts'
import type { Organiser } from '../../db/schema.ts'
import { organisers } from '../../db/schema.ts'
import { notFound } from '../refusal.ts'
import { organiserByEmail } from './queries.ts'

export type Newcomer = { name: string; email: string; locale: Locale }

/** The organiser with that address, as they are, or a new one. Called under the lock 'organisers'. */
export async function known(tx: Tx, person: Newcomer, now: Temporal.Instant): Promise<Organiser> {
  return (await organiserByEmail(tx, person.email)) ?? (await newOrganiser(tx, person, now))
}

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
