import type { Localised } from '../../db/languages.ts'
import type { Reads } from '../../db/open.ts'
import type { Meeting, Project, Voice } from '../../db/schema.ts'
import { publicAgenda } from '../agenda/queries.ts'
import type { ReleasedSlot } from '../agenda/release.ts'
import { type Numbers, numbersOf } from '../numbers/numbers.ts'
import { answeredQuestions } from './queries.ts'

/** What an article is drafted from: nothing in it leads to one person. */
export type NewsFacts = {
  /** How many came; null: not known, or too few to tell. */
  people: number | null
  /** The largest first; those that are kept back are left out. */
  groups: { name: Localised; people: number }[]
  stories: ReleasedSlot[]
  answered: Pick<Voice, 'text' | 'locale' | 'answer'>[]
}

export async function newsFacts(
  db: Reads,
  project: Project,
  meeting: Meeting,
  now: Temporal.Instant,
): Promise<NewsFacts> {
  return {
    ...whoCame(await numbersOf(db, project, now), meeting),
    stories: await toldStories(db, project, meeting),
    answered: await answeredQuestions(db, meeting),
  }
}

/** What was told, as it was released last, with those speakers who may be named today. */
export async function toldStories(db: Reads, project: Project, meeting: Meeting): Promise<ReleasedSlot[]> {
  const agenda = await publicAgenda(db, project, meeting)
  return (agenda?.slots ?? []).filter(({ type }) => type === 'story' || type === 'talk')
}

function whoCame(
  { meetings, groups, tables: { came } }: Numbers,
  { id }: Meeting,
): Pick<NewsFacts, 'people' | 'groups'> {
  const at = meetings.findIndex((meeting) => meeting.id === id)
  const row = came.byGroup.rows[at] ?? []
  const told = groups.map((group) => ({
    name: group.name,
    people: row[came.byGroup.columns.indexOf(group.id)] ?? 0,
  }))
  return {
    people: came.meetings[at] || null,
    groups: told.filter(({ people }) => people > 0).toSorted((a, b) => b.people - a.people),
  }
}
