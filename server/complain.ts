import type { z } from 'zod'
import type { MessageKey } from '../views/say.ts'

/** Puts what is wrong beside its field, where the schema of that field alone could not know. */
export function complain(context: z.RefinementCtx, path: string[], message: MessageKey): void {
  context.addIssue({ code: 'custom', message, path })
}
