import type { Reads } from '../../db/open.ts'
import type { Guardianship, Registration } from '../../db/schema.ts'
import { isLive } from '../registrations/queries.ts'
import { notMine, replaced } from './consent.ts'
import { guardianshipsOf } from './queries.ts'

/** How it stands with a young person's guardian: `none` where there is nothing to ask. */
export type OwnGuardian = {
  standing: 'none' | 'nobody' | 'asked' | 'answered'
  /** Who is being asked. */
  asked: Guardianship | null
}

/** What somebody who registered sees of the guardian they have named. */
export async function ownGuardian(db: Reads, registration: Registration): Promise<OwnGuardian> {
  const { ageBand } = registration
  if (!isLive(registration) || ageBand === null || ageBand === 'adult') return { standing: 'none', asked: null }
  const all = await guardianshipsOf(db, registration)
  const real = all.filter(({ textVersion }) => textVersion !== notMine && textVersion !== replaced)
  if (real.some(({ answeredAt }) => answeredAt !== null)) return { standing: 'answered', asked: null }
  const [asked = null] = real
  return { standing: asked ? 'asked' : 'nobody', asked }
}
