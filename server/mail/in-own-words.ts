import type { Letter } from '../../db/schema.ts'
import type { LetterContent } from '../../views/letters/frame.ts'

/** As organisers put this one letter, if they did: its subject and its lead alone; all else in it stays. */
export function inOwnWords(content: LetterContent, { words }: Pick<Letter, 'words'>): LetterContent {
  return words ? { ...content, subject: words.subject, lead: words.lead } : content
}
