import type { z } from 'zod'
import type { MessageKey } from '../views/say.ts'

/** Puts what is wrong beside its field, where the schema of that field alone could not know. */
export function complain(context: z.RefinementCtx, path: string[], message: MessageKey): void {
  context.addIssue({ code: 'custom', message, path })
}

/**
 * The same, and reads no further. What is joined to other parts of a form (`and`) has to: what it would go on with may not
 * be merged with theirs, which Zod takes for a bug.
 */
export function complainAndStop(context: z.RefinementCtx, path: string[], message: MessageKey): void {
  context.addIssue({ code: 'custom', message, path, continue: false })
}
