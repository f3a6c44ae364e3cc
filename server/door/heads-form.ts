import { z } from 'zod'
import type { Group } from '../../db/schema.ts'
import type { MessageKey } from '../../views/say.ts'
import { optionalLine } from '../fields.ts'
import type { Typed } from '../forms.ts'
import type { CountedGroup } from './count-groups.ts'

/** Where those are counted who belong to none. */
const none = 'none'

const count = optionalLine(4)
  .refine((typed) => /^\d{0,3}$/.test(typed), 'door.count-problem' satisfies MessageKey)
  .transform(Number)

/** A number for each group; left empty, nobody. */
export function headsForm(groups: readonly Group[]): z.ZodType<CountedGroup[]> {
  const each = Object.fromEntries([...groups.map(({ id }) => id), none].map((id) => [id, count]))
  return z
    .object({ people: z.object(each).prefault({}) })
    .transform(({ people }) =>
      Object.entries(people).map(([id, number]) => ({ groupId: id === none ? null : id, people: number })),
    )
}

export function typedHeads(counted: readonly CountedGroup[]): Typed {
  return Object.fromEntries(counted.map(({ groupId, people }) => [`people.${groupId ?? none}`, String(people)]))
}
