import { z } from 'zod'

/** So many steps a phone sends at once; a longer queue goes in several goes. */
const mostSteps = 100

/** No clock says more: it is the last moment that a date can name. */
const millisecond = z.int().min(0).max(8_640_000_000_000_000)

/** PostgreSQL takes no NUL in a text, which JSON can spell without one. */
const someId = z.string().regex(/^[\w-]{1,60}$/)

const step = z.object({
  id: z.uuid(),
  registration: someId,
  participant: someId.nullable(),
  deed: z.enum(['in', 'undone']),
  /** Milliseconds since 1970, by the phone's clock. */
  at: millisecond,
})

/** What a phone tells: which one it is, the time by its clock, and what happened in front of it. */
export const phoneForm = z.object({
  device: z.uuid(),
  sentAt: z.string().regex(/^\d+$/).transform(Number).pipe(millisecond),
  steps: z
    .string()
    .transform((text, context): unknown => {
      try {
        return JSON.parse(text)
      } catch {
        context.issues.push({ code: 'custom', message: 'refusal.malformed', input: text })
        return z.NEVER
      }
    })
    .pipe(z.array(step).max(mostSteps)),
})

export type Told = z.output<typeof phoneForm>
