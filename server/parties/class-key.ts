import { folded } from '../folded.ts'

/** What "the same class" means for one address: "8.a", "8 A" and "8a" are one. */
export function classKeyOf(className: string): string {
  return folded(className).replace(/[^\p{L}\p{N}]/gu, '')
}
