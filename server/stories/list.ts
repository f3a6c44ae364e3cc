import { and, asc, count, desc, eq, inArray, isNotNull } from '../../db/drizzle.ts'
import { locales } from '../../db/languages.ts'
import type { Reads } from '../../db/open.ts'
import { type Organiser, type Story, stories, storyReviews } from '../../db/schema.ts'
import { alphabetically } from '../alphabetically.ts'
import { folded } from '../folded.ts'
import { storyTypes } from './call-form.ts'
import { hasJoined } from './held.ts'
import { speakersOfStories } from './queries.ts'

export const storyStatuses = ['handed-in', 'accepted', 'rejected', 'withdrawn'] as const
export const storySorts = ['newest', 'oldest', 'score', 'reviews', 'title'] as const

/** How an organiser looks at the stories; it lives in the address, so that it can be bookmarked and sent. */
export type StoryLook = {
  search: string
  status: (typeof storyStatuses)[number] | null
  type: Story['type'] | null
  language: Story['language'] | null
  /** Only those the reader has not scored. */
  unscored: boolean
  sort: (typeof storySorts)[number]
  page: number
}

export type StoryRow = { story: Story; names: string; average: number | null; reviews: number; mine: number | null }
export type StoryList = { rows: StoryRow[]; found: number; pages: number; drafts: number }

const perPage = 200

export function storyLookOf(query: Record<string, unknown>): StoryLook {
  const text = (name: string) => (typeof query[name] === 'string' ? query[name].slice(0, 200) : '')
  return {
    search: text('search').trim(),
    status: storyStatuses.find((status) => status === text('status')) ?? null,
    type: storyTypes.find((type) => type === text('type')) ?? null,
    language: locales.find((locale) => locale === text('language')) ?? null,
    unscored: text('unscored') !== '',
    sort: storySorts.find((sort) => sort === text('sort')) ?? 'newest',
    page: Math.max(1, Math.floor(Number(text('page'))) || 1),
  }
}

/** What was handed in at a call, as one organiser looks at it; of drafts only how many there are. */
export async function listStories(db: Reads, call: { id: string }, look: StoryLook, by: Organiser): Promise<StoryList> {
  const all = await withOpinions(db, await handedIn(db, call, look), by)
  const found = all.filter((row) => isWanted(row, look)).toSorted(orders[look.sort])
  const start = (look.page - 1) * perPage
  return {
    rows: found.slice(start, start + perPage),
    found: found.length,
    pages: Math.max(1, Math.ceil(found.length / perPage)),
    drafts: await draftsOf(db, call),
  }
}

async function handedIn(db: Reads, call: { id: string }, { status, type, language }: StoryLook): Promise<Story[]> {
  return await db
    .select()
    .from(stories)
    .where(
      and(
        eq(stories.callId, call.id),
        isNotNull(stories.handedInAt),
        status ? eq(stories.status, status) : undefined,
        type ? eq(stories.type, type) : undefined,
        language ? eq(stories.language, language) : undefined,
      ),
    )
    .orderBy(desc(stories.handedInAt), asc(stories.id))
}

async function draftsOf(db: Reads, call: { id: string }): Promise<number> {
  const [row] = await db
    .select({ number: count() })
    .from(stories)
    .where(and(eq(stories.callId, call.id), eq(stories.status, 'draft')))
  return row?.number ?? 0
}

async function withOpinions(db: Reads, some: readonly Story[], by: Organiser): Promise<StoryRow[]> {
  const ids = some.map(({ id }) => id)
  const people = Map.groupBy(await speakersOfStories(db, some), ({ storyId }) => storyId)
  const said = await db.select().from(storyReviews).where(inArray(storyReviews.storyId, ids))
  const opinions = Map.groupBy(said, ({ storyId }) => storyId)
  return some.map((story) => {
    const own = opinions.get(story.id) ?? []
    const tellers = (people.get(story.id) ?? []).filter(hasJoined)
    return {
      story,
      names: tellers.map(({ name }) => name).join(', '),
      average: averageOf(own),
      reviews: own.length,
      mine: own.find(({ organiserId }) => organiserId === by.id)?.score ?? null,
    }
  })
}

/** Of those who gave a score; a comment alone counts for nothing. */
export function averageOf(opinions: readonly { score: number | null }[]): number | null {
  const scores = opinions.flatMap(({ score }) => score ?? [])
  return scores.length > 0 ? scores.reduce((sum, score) => sum + score, 0) / scores.length : null
}

/** Searched here and not in SQL: neither engine finds "Līga" for "liga". */
function isWanted({ story, names, mine }: StoryRow, { search, unscored }: StoryLook): boolean {
  if (unscored && (mine !== null || story.status !== 'handed-in')) return false
  return folded(`${story.title} ${story.abstract} ${names}`).includes(folded(search))
}

const orders: Record<StoryLook['sort'], (a: StoryRow, b: StoryRow) => number> = {
  newest: (a, b) => time(b) - time(a),
  oldest: (a, b) => time(a) - time(b),
  score: (a, b) => (b.average ?? 0) - (a.average ?? 0),
  reviews: (a, b) => a.reviews - b.reviews,
  title: (a, b) => alphabetically(a.story.title, b.story.title),
}

function time({ story }: StoryRow): number {
  return story.handedInAt?.epochMilliseconds ?? 0
}
