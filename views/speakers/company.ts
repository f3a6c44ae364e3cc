import type { Appearance } from '../../server/speakers/appearances.ts'

/** Whom a speaker shares a slot with, as far as that is theirs to know: asked already, and not kept back by a guardian. */
export function companyOf({ others }: Pick<Appearance, 'others'>): string {
  return others
    .filter(({ standing, mayBeNamed }) => standing !== 'planned' && mayBeNamed)
    .map(({ name }) => name)
    .join(', ')
}
