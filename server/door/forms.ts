import { z } from 'zod'
import type { MessageKey } from '../../views/say.ts'
import { optionalLine } from '../fields.ts'

/** How the list was looked at, so that it is found again as it was. */
const glance = { search: optionalLine(200), page: optionalLine(6), only: optionalLine(60) }

export const pressForm = z.object({ ...glance, participant: optionalLine(60) })

export const countForm = z.object({
  ...glance,
  people: optionalLine(4).transform((typed, context): number => {
    if (/^\d{1,3}$/.test(typed)) return Number(typed)
    context.issues.push({ code: 'custom', message: 'door.count-problem' satisfies MessageKey, input: typed })
    return z.NEVER
  }),
})
