import type { Look } from '../../server/speakers/list.ts'

/** The same look again: what is done from the list comes back to it. */
export function lookQuery({ search, missing }: Look): string {
  const chosen = { from: 'list', search, missing: missing ?? '' }
  return new URLSearchParams(Object.entries(chosen).filter(([, value]) => value !== '')).toString()
}
