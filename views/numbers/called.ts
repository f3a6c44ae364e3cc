import type { Group, Project } from '../../db/schema.ts'
import { plain } from '../parts/texts.ts'
import type { Say } from '../say.ts'

/** What groups and age bands are called where they are counted. */
export function called(say: Say, { locales }: Pick<Project, 'locales'>, groups: readonly Group[]) {
  const names = new Map(groups.map(({ id, name }) => [id, plain(say, name, locales)]))
  return {
    group: (id: string | null) => (id && names.get(id)) ?? say('numbers.no-group'),
    band: (band: string | null) => band ?? say('numbers.no-band'),
  }
}
