import type { Registration } from '../../db/schema.ts'

type Party = Pick<Registration, 'kind' | 'seats' | 'adults'>

/** How many a registration brings along that can be named: a class's pupils, somebody's friends. */
export function companionsOf({ kind, seats, adults }: Party): number {
  if (kind === 'person') return 0
  return Math.max(0, seats - (kind === 'class' ? Math.max(1, adults) : 1))
}

/** How many of them have no name yet. */
export function unnamedIn(party: Party, named: readonly unknown[]): number {
  return Math.max(0, companionsOf(party) - named.length)
}
