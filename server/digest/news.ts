import { differences } from '../agenda/draft-changes.ts'
import type { ReleasedSlot } from '../agenda/release.ts'

/** What became of a slot since somebody heard of it: it is new if it `was` not, and off the agenda if it `is` not. */
export type News = { was: ReleasedSlot | null; is: ReleasedSlot } | { was: ReleasedSlot; is: null }

type Slots = readonly ReleasedSlot[]

/**
 * What is to be told, in the order of time. `bases` are the agendas that somebody may have in mind, the likeliest
 * first. Other words alone are no news.
 */
export function newsSince(bases: readonly Slots[], is: Slots): News[] {
  const all = bases.flatMap((was) => newsBetween(was, is))
  const told = new Set<string>()
  const once = all.filter((one) => !told.has(slotOf(one).id) && told.add(slotOf(one).id))
  return once.toSorted((a, b) => Temporal.Instant.compare(startOf(a), startOf(b)))
}

/** The slot as it is, or else as it last was. */
export function slotOf({ was, is }: News): ReleasedSlot {
  return is ?? was
}

/** What somebody has in mind who knew `base` and was told of the way from `before` to `after`, but of nothing else. */
export function carried(base: Slots, before: Slots, after: Slots): ReleasedSlot[] {
  return base.flatMap((slot) => {
    const from = before.find(({ id }) => id === slot.id)
    const to = after.find(({ id }) => id === slot.id)
    if (!from) return [slot]
    if (!to) return []
    const moved = (edge: 'startsAt' | 'endsAt') =>
      Temporal.Instant.from(slot[edge]).add(Temporal.Instant.from(from[edge]).until(to[edge])).toString()
    return [{ ...slot, startsAt: moved('startsAt'), endsAt: moved('endsAt') }]
  })
}

function newsBetween(before: Slots, after: Slots): News[] {
  const kept = after.flatMap((is): News[] => {
    const was = before.find(({ id }) => id === is.id) ?? null
    const isNews = !was || differences(was, is).some((kind) => kind !== 'rewritten')
    return isNews ? [{ was, is }] : []
  })
  const gone = before.filter(({ id }) => !after.some((slot) => slot.id === id))
  return [...kept, ...gone.map((was): News => ({ was, is: null }))]
}

function startOf(news: News): Temporal.Instant {
  return Temporal.Instant.from(slotOf(news).startsAt)
}
