import { z } from 'zod'
import { complainAndStop } from '../complain.ts'
import { optionalLine } from '../fields.ts'

/** Friends by name, as many as the meeting allows; a field left empty is nobody. */
export function friendsForm(most: number) {
  return z
    .object({ friends: z.record(z.string(), optionalLine(100)).prefault({}) })
    .transform(({ friends }) => Object.values(friends).filter((name) => /[\p{L}\p{N}]/u.test(name)))
    .superRefine((names, context) => {
      if (names.length > most) complainAndStop(context, ['friends', '0'], 'problem.too-many-rows')
    })
    .transform((participants) => ({
      kind: participants.length > 0 ? ('friends' as const) : ('person' as const),
      seats: 1 + participants.length,
      participants,
    }))
}
