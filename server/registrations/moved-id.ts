import { createHash } from 'node:crypto'
import type { Registration } from '../../db/schema.ts'

/** The id of a registration once it has been moved to a meeting: the same each time, so that it is moved there once. */
export function movedId({ id }: Pick<Registration, 'id'>, to: { id: string }): string {
  const hash = createHash('sha256').update(`${id} ${to.id}`).digest('hex')
  return [hash.slice(0, 8), hash.slice(8, 12), hash.slice(12, 16), hash.slice(16, 20), hash.slice(20, 32)].join('-')
}
