import type { Letter } from '../../../db/schema.ts'

export type Kept = Pick<Letter, 'words' | 'heldAt'>

/** What a letter that takes the place of another of its kind has from it: organisers’ words, and that they hold it. */
export function keptOf(former: Kept | undefined): Kept {
  return { words: former?.words ?? null, heldAt: former?.heldAt ?? null }
}
