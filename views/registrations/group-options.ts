import type { Group, Project } from '../../db/schema.ts'
import type { Option } from '../parts/fields.ts'
import { plain } from '../parts/texts.ts'
import type { Say } from '../say.ts'

/** Inside an option no markup survives, so a name in another language cannot be marked as such. */
export function groupOptions(say: Say, { locales }: Project, groups: Group[]): (Option & { label: string })[] {
  return groups.map(({ id, name, adult }) => ({ value: id, label: plain(say, name, locales), adult }))
}
