import type { Registration } from '../../db/schema.ts'

/** Given up, run out or refused: there is nothing to change about it any more. */
export function hasEnded({ status }: Pick<Registration, 'status'>): boolean {
  return status === 'cancelled' || status === 'lapsed' || status === 'refused'
}
