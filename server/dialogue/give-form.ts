import { z } from 'zod'
import type { Organiser } from '../../db/schema.ts'
import type { MessageKey } from '../../views/say.ts'
import { choice, optionalDate, optionalLine } from '../fields.ts'

const itemDeeds = ['give', 'show', 'hide'] as const
export type GiveInput = { ids: string[]; deed: (typeof itemDeeds)[number]; answererId?: string | null; dueOn?: string }

const chosen: MessageKey = 'dialogue.choose-some'

/** Those ticked, and what is to become of them; what is left empty stays as it is. */
export function giveForm(answerers: readonly Organiser[]) {
  const known = ['', 'nobody', ...answerers.map(({ id }) => id)]
  return z
    .object({
      voice: z.record(optionalLine(80), z.string()).prefault({}),
      answerer: choice(known).prefault(''),
      dueOn: optionalDate(),
      deed: choice(itemDeeds),
    })
    .refine(({ voice }) => Object.keys(voice).length > 0, { message: chosen, path: ['voice'] })
    .transform(({ voice, answerer, dueOn, deed }): GiveInput => {
      const ids = Object.keys(voice)
      const given = answerer === '' ? {} : { answererId: answerer === 'nobody' ? null : answerer }
      return { ids, deed, ...given, ...(dueOn ? { dueOn } : {}) }
    })
}
