import { z } from 'zod'
import { choice } from '../fields.ts'
import { newToken } from '../secrets.ts'

const alarm = choice(['none', '60', '1440']).transform((minutes) => (minutes === 'none' ? null : Number(minutes)))

export const alarmForm = z.object({ alarm })

/** The secret comes with the form, so that sending it twice makes one address; a lame one is not taken. */
export const feedForm = z.object({
  alarm,
  secret: z
    .string()
    .regex(/^[\w-]{43}$/)
    .catch(() => newToken()),
})
