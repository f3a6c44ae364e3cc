import { groupsOfGuests, young } from '../../db/demo/people.ts'
import { locales } from '../../db/languages.ts'
import type { Group } from '../../db/schema.ts'
import type { Person } from '../registrations/person.ts'
import { slugFrom } from '../slug.ts'

const everybody = locales.flatMap((locale) => young[locale].split(' ').map((name) => ({ name, locale })))

/** Has no divisor in common with their number, so that steps of it meet everybody once, the languages mixed. */
const step = 17

/** So many different young people, each time in the same order, from all the groups. */
export function guests(count: number, groups: readonly Group[]): Person[] {
  return Array.from({ length: Math.min(count, everybody.length) }, (_, i) => {
    const { name, locale } = everybody[(i * step) % everybody.length] ?? { name: 'Noor', locale: 'en' as const }
    const group = groups[groupsOfGuests[i % groupsOfGuests.length] ?? 0]
    return { name, email: `${slugFrom(name)}@example.org`, groupId: group?.id ?? null, locale }
  })
}
