import type { Audience, Group, Project } from '../../db/schema.ts'
import { plain } from '../parts/texts.ts'
import type { Say } from '../say.ts'
import { languageNames } from '../when.ts'

/** Whom a mailing is for, in a line. */
export function audienceText(say: Say, { locales }: Project, groups: readonly Group[], audience: Audience): string {
  const { ids, standing = [], came, groupIds = [], locales: languages = [] } = audience
  if (ids) return say('mailing.picked', { people: ids.length })
  return [
    standing.map((one) => say(`desk.${one}`)).join(', '),
    came ? say(`mailing.came-${came}`) : '',
    groups
      .filter(({ id }) => groupIds.includes(id))
      .map(({ name }) => plain(say, name, locales))
      .join(', '),
    languages.map((locale) => languageNames[locale]).join(', '),
  ]
    .filter(Boolean)
    .join(' · ')
}
