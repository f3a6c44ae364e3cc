import type { Tx } from '../../db/open.ts'
import type { Guardianship } from '../../db/schema.ts'
import { notFound, Refusal } from '../refusal.ts'
import { notMine, replaced } from './consent.ts'
import { freshGuardianship } from './queries.ts'

/**
 * Whoever answers as a guardian, as they are now. Who was asked by mistake, or in whose place somebody else is asked, has
 * no say in the child any more, whatever page they have open.
 */
export async function stillAsked(tx: Tx, { id }: Pick<Guardianship, 'id'>): Promise<Guardianship> {
  const current = (await freshGuardianship(tx, { id })) ?? notFound()
  if (current.textVersion === notMine) throw new Refusal('guardianship.not-mine-done')
  if (current.textVersion === replaced) throw new Refusal('guardianship.replaced')
  return current
}
