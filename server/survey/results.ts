import type { Reads } from '../../db/open.ts'
import type { Meeting } from '../../db/schema.ts'
import { answersTo } from './queries.ts'
import { fewest, type MarkKey, markKeys } from './survey-questions.ts'

/** How often each mark from 1 to 5 was given, and what that comes to. */
export type MarkResult = { key: MarkKey; times: number[]; mean: number }

export type Results = { answers: number; marks: MarkResult[]; liked: string[]; missed: string[] }

/** What those who came said; null as long as so few did that it could point at somebody. */
export async function resultsOf(db: Reads, meeting: Pick<Meeting, 'id'>): Promise<Results | null> {
  const all = await answersTo(db, meeting)
  if (all.length < fewest) return null
  const marks = markKeys.map((key) => {
    const given = all.flatMap(({ marks }) => marks[key] ?? [])
    const times = [1, 2, 3, 4, 5].map((mark) => given.filter((one) => one === mark).length)
    return { key, times, mean: given.reduce((sum, one) => sum + one, 0) / Math.max(1, given.length) }
  })
  // Sorted by themselves, so that two texts of one person do not stand at the same place.
  const texts = (name: 'liked' | 'missed') =>
    all
      .map((one) => one[name])
      .filter(Boolean)
      .sort()
  return { answers: all.length, marks, liked: texts('liked'), missed: texts('missed') }
}
