import type { Group } from '../../db/schema.ts'
import type { Asked } from './queries.ts'
import { smallest } from './smallest.ts'

/** `asked` and `heard`: null where the number is too small to be shown. */
export type Heard = { group: Pick<Group, 'id' | 'name'> | null; asked: number | null; heard: number | null }

/** How many questions each group asked, and how many of them were answered aloud, in these words or in another's. */
export function heardByGroup(asked: readonly Asked[], groups: readonly Pick<Group, 'id' | 'name'>[]): Heard[] {
  const counted = asked.filter(({ status }) => status !== 'hidden')
  const rows = [...groups, null].map((group) => ({
    group,
    of: counted.filter(({ groupId }) => groupId === (group?.id ?? null)),
  }))
  const spoken = new Set(asked.filter(({ spokenAt }) => spokenAt !== null).map(({ id }) => id))
  const isHeard = ({ id, mergedInto }: Asked) => spoken.has(mergedInto ?? id)
  const numbers = (of: readonly Asked[]) => ({ asked: of.length, heard: of.filter(isHeard).length })
  return rows
    .filter(({ of }) => of.length > 0)
    .map(({ group, of }) => (of.length < smallest ? { group, asked: null, heard: null } : { group, ...numbers(of) }))
}
