import { inLanguage } from '../../db/languages.ts'
import type { Reads } from '../../db/open.ts'
import type { Meeting, Project } from '../../db/schema.ts'
import { reservedMeetingSlugs } from '../reserved-slugs.ts'
import { slugFrom } from '../slug.ts'
import { releasedAgenda, slotsOf } from './queries.ts'
import type { SlotInput } from './slot-input.ts'

/**
 * A new slot's part of its address, from its title; never changed afterwards, as calendars have it. Those of
 * withdrawn slots are not given out again: their files tell calendars that they are off.
 */
export async function slugFor(
  db: Reads,
  project: Pick<Project, 'locales'>,
  meeting: Pick<Meeting, 'id'>,
  { title, type }: Pick<SlotInput, 'title' | 'type'>,
): Promise<string> {
  const [first = 'lv'] = project.locales
  const base = slugFrom(inLanguage(title, first, project.locales).text) || type
  const taken = new Set([...(await takenSlugs(db, meeting)), ...reservedMeetingSlugs])
  const numbered = (n: number): string => (n === 1 ? base : `${base}-${n}`)
  let n = 1
  while (taken.has(numbered(n))) n += 1
  return numbered(n)
}

async function takenSlugs(db: Reads, meeting: Pick<Meeting, 'id'>): Promise<Set<string>> {
  const drafted = await slotsOf(db, meeting)
  const released = await releasedAgenda(db, meeting)
  const known = [...drafted, ...(released?.slots ?? []), ...(released?.withdrawn ?? [])]
  return new Set(known.map(({ slug }) => slug))
}
