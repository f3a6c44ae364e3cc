import type { Letter } from '../../db/schema.ts'
import { isMessageKey, type Say } from '../say.ts'

/** What made this letter necessary, and to whom it goes. */
export function why(say: Say, { kind }: Pick<Letter, 'kind'>): string | null {
  const key = `mail.why.${kind}`
  return isMessageKey(key) ? say(key) : null
}
