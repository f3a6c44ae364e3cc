import type { Entry } from './entry.ts'

/** By all facts of an entry, what it is written as. */
type Events = Map<string, string>

/** Of all feeds together, facts and texts; what was written longest ago goes first. A sign takes two bytes at most. */
const mostSigns = 16 * 1024 * 1024

const kept = new Map<string, { events: Events; signs: number }>()

/**
 * Writes those entries of a feed that are not as they were when it was last written: most writes change one of a thousand.
 * Whatever an entry says is among its facts, so a text is never out of date.
 */
export async function changedOnly(
  feed: string,
  entries: readonly Entry[],
  write: (entries: readonly Entry[]) => Promise<string[]>,
): Promise<string[]> {
  const before = kept.get(feed)?.events ?? new Map<string, string>()
  const told = entries.map((entry) => ({ entry, facts: factsOf(entry) }))
  const changed = told.filter(({ facts }) => !before.has(facts))
  const texts = await write(changed.map(({ entry }) => entry))
  const written = new Map(changed.map(({ facts }, i) => [facts, texts[i]]))
  const textOf = (facts: string) => before.get(facts) ?? written.get(facts) ?? unwritten()
  const events = new Map(told.map(({ facts }) => [facts, textOf(facts)]))
  keep(feed, events)
  return told.map(({ facts }) => textOf(facts))
}

function unwritten(): never {
  throw new Error('Not every entry was written.')
}

/** Moments apart: as numbers they take a fifth of the time. */
function factsOf({ changedAt, createdAt, startsAt, endsAt, ...said }: Entry): string {
  const moments = [changedAt, createdAt, startsAt, endsAt].map((at) => at?.epochMilliseconds)
  return JSON.stringify([moments, said])
}

function keep(feed: string, events: Events): void {
  const signs = events.entries().reduce((sum, [facts, text]) => sum + facts.length + text.length, 0)
  kept.delete(feed)
  kept.set(feed, { events, signs })
  let all = [...kept.values()].reduce((sum, one) => sum + one.signs, 0)
  for (const [oldest, one] of kept) {
    if (all <= mostSigns) return
    kept.delete(oldest)
    all -= one.signs
  }
}
