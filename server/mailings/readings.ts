import { inLanguage, type Locale } from '../../db/languages.ts'
import type { Mailing, Project, Registration } from '../../db/schema.ts'

/** How many want it in one language and will read it in another, or the same. */
export type Reading = { wanted: Locale; read: Locale; people: number }

export function readingsOf(
  { locales }: Pick<Project, 'locales'>,
  { text }: Pick<Mailing, 'text'>,
  people: readonly Pick<Registration, 'locale'>[],
): Reading[] {
  const byWish = Map.groupBy(people, ({ locale }) => locale)
  return [...byWish]
    .map(([wanted, some]) => ({ wanted, read: inLanguage(text, wanted, locales).locale, people: some.length }))
    .toSorted((a, b) => b.people - a.people)
}
