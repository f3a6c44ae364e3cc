import type { Reads } from '../../db/open.ts'
import { seenAt } from '../check-ins/steps.ts'
import type { Told } from './phone-form.ts'

/** Of those whom a phone tells to have come, whom another one saw first. */
export async function seenEarlier(db: Reads, meeting: { id: string }, { device, steps }: Told): Promise<string[]> {
  const all = await seenAt(db, meeting)
  const came = steps.filter(({ deed }) => deed === 'in').map((step) => step.participant ?? step.registration)
  return [...new Set(came)].filter((who) => (all.get(who)?.device ?? device) !== device)
}
