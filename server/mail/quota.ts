import { and, desc, eq, given, gt, inArray } from '../../db/drizzle.ts'
import type { Reads } from '../../db/open.ts'
import { prepared } from '../../db/prepared.ts'
import { letters } from '../../db/schema.ts'

/** Letters that anybody can cause by typing somebody's address into a form. */
const byStrangers: readonly string[] = [
  ...['confirmation', 'waiting', 'requested', 'held', 'already', 'guardian-request', 'guardian-reminder'],
  ...['child-request', 'child-reminder', 'child-lapsed', 'photos-request'],
  ...['story-saved', 'story-handed-in', 'story-full', 'story-co-speaker'],
]
const mostPerDay = 10
const day = { hours: 24 }

/** One mailbox, one key, however its address is spelt: without case, dots in the local part, and +tag. */
export function recipientKey(address: string): string {
  const folded = address.toLowerCase()
  const at = folded.lastIndexOf('@')
  const local = folded.slice(0, at).replace(/\+.*$/, '').replaceAll('.', '')
  return (local || folded.slice(0, at)) + folded.slice(at)
}

export function isRationed(kind: string): boolean {
  return byStrangers.includes(kind)
}

/** When a letter may go without there being more than ten from strangers in any 24 hours. */
export async function dueAt(
  db: Reads,
  letter: { kind: string; recipient: string },
  now: Temporal.Instant,
): Promise<Temporal.Instant> {
  if (!isRationed(letter.kind)) return now
  const since = now.subtract(day).epochMilliseconds
  const [tenth] = await prepared(db, tenthLast).execute({ recipient: recipientKey(letter.recipient), since })
  return tenth ? tenth.dueAt.add(day) : now
}

const tenthLast = (db: Reads) =>
  db
    .select({ dueAt: letters.dueAt })
    .from(letters)
    .where(
      and(
        eq(letters.recipientKey, given('recipient')),
        inArray(letters.kind, [...byStrangers]),
        gt(letters.dueAt, given('since')),
      ),
    )
    .orderBy(desc(letters.dueAt))
    .limit(1)
    .offset(mostPerDay - 1)
