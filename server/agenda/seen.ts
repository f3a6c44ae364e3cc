import { z } from 'zod'
import type { Seen } from './change-draft.ts'

/** The step that the page showed which a form comes from; anything but a number is taken as unknown. */
export function seenIn(body: unknown): Seen {
  const sent = z.object({ seen: z.string().regex(/^\d{1,9}$/) }).safeParse(body)
  return sent.success ? Number(sent.data.seen) : null
}
