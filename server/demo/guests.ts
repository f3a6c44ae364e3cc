import { agesFrom, groupsOfGuests, young } from '../../db/demo/people.ts'
import { locales } from '../../db/languages.ts'
import type { Group } from '../../db/schema.ts'
import type { Person } from '../registrations/person.ts'
import { slugFrom } from '../slug.ts'

const everybody = locales.flatMap((locale) => young[locale].split(' ').map((name) => ({ name, locale })))

/** Has no divisor in common with their number, so that steps of it meet everybody once, the languages mixed. */
const step = 17

const spread = 5

/** So many different young people, each time in the same order, from all the groups. `year`: in which they say their age. */
export function guests(count: number, groups: readonly Group[], year: number | null = null): Person[] {
  return Array.from({ length: Math.min(count, everybody.length) }, (_, i) => {
    const { name, locale } = everybody[(i * step) % everybody.length] ?? { name: 'Noor', locale: 'en' as const }
    const at = groupsOfGuests[i % groupsOfGuests.length] ?? 0
    const said = year === null ? {} : ageSaid(agesFrom[at], year, i)
    return { name, email: `${slugFrom(name)}@example.org`, groupId: groups[at]?.id ?? null, locale, ...said }
  })
}

function ageSaid(from: number | undefined, year: number, i: number): Pick<Person, 'birthYear' | 'ageBand'> {
  if (from === undefined) return { ageBand: 'adult' }
  const age = from + (i % spread)
  return { birthYear: year - age, ageBand: age > 18 ? 'adult' : 'young' }
}
