import type { Letter } from '../../db/schema.ts'
import { isMessageKey, type Say } from '../say.ts'

/** What sets a letter of this kind off. */
export function occasion(say: Say, { kind }: Pick<Letter, 'kind'>): string {
  const key = `letter-texts.when.${kind}`
  return isMessageKey(key) ? say(key) : ''
}
