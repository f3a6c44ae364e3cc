import { linesOf, widthOf } from './lettering.ts'

/** Soft ink on paper, as in `tokens.css`. */
export const soft = '#5d5668'

/** One line, cut between words where it would be too wide. */
export function short(text: string, size: number, width: number): string {
  if (widthOf(text, size) <= width) return text
  const [first = ''] = linesOf(text, size, width * 0.97)
  return `${first} …`
}
