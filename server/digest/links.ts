import { hashOf } from '../secrets.ts'

/** A letter has one secret, and each of the pages it links to a secret made from that, for that page alone. */
export function secretFor(token: string, { id }: { id: string }): string {
  return hashOf(`${token} ${id}`)
}
