import type { Reads } from '../../db/open.ts'
import type { Mailing, Meeting, Registration } from '../../db/schema.ts'
import { suppressedAmong } from '../mail/suppressed-among.ts'
import { unsubscribedAmong } from '../unsubscribe/unsubscribed.ts'
import { audienceOf } from './audience.ts'

/** Who gets a letter, once each; and how many of the audience get none, and why. */
export type Recipients = {
  people: Registration[]
  without: Record<'address' | 'twice' | 'unsubscribed' | 'suppressed', number>
}

/** Of a mailing that has started, as things stood then. */
export async function recipientsOf(
  db: Reads,
  meeting: Pick<Meeting, 'id' | 'projectId'>,
  { kind, audience, startedAt }: Pick<Mailing, 'kind' | 'audience' | 'startedAt'>,
): Promise<Recipients> {
  const all = await audienceOf(db, meeting, audience, startedAt)
  const reachable = all.filter(({ email }) => email)
  const each = oneEach(reachable)
  const dead = await suppressedAmong(db, each)
  const living = each.filter(({ id }) => !dead.has(id))
  const unwilling = kind === 'news' ? await unsubscribedAmong(db, { id: meeting.projectId }, living) : new Set()
  return {
    people: living.filter(({ id }) => !unwilling.has(id)),
    without: {
      address: all.length - reachable.length,
      twice: reachable.length - each.length,
      suppressed: dead.size,
      unsubscribed: unwilling.size,
    },
  }
}

/** Whoever registered themselves and a class reads it once. */
function oneEach(people: readonly Registration[]): Registration[] {
  return [...new Map(people.toReversed().map((person) => [person.emailKey, person])).values()].toReversed()
}
