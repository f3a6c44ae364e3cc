import { type Localised, locales } from '../../db/languages.ts'
import type { PlannedSlot, ReleasedAgenda, ReleasedSlot } from './release.ts'

export type Difference = 'moved' | 'retitled' | 'rewritten'

export type Change =
  | { kind: 'added'; slot: PlannedSlot }
  | { kind: 'removed'; slot: ReleasedSlot }
  | { kind: Difference; slot: PlannedSlot; before: ReleasedSlot }

/** What the public has not been told yet: the draft against the last release, in the order of time. */
export function draftChanges(previous: ReleasedAgenda | null, timed: readonly PlannedSlot[]): Change[] {
  const released = previous?.slots ?? []
  const known = new Map(released.map((slot) => [slot.id, slot]))
  const drafted = new Set(timed.map(({ id }) => id))
  const changes = timed.flatMap((slot): Change[] => {
    const before = known.get(slot.id)
    return before ? differences(before, slot).map((kind) => ({ kind, slot, before })) : [{ kind: 'added', slot }]
  })
  const removed = released.filter(({ id }) => !drafted.has(id))
  return [...changes, ...removed.map((slot): Change => ({ kind: 'removed', slot }))]
}

/** Moved in time or to another room, called otherwise, or anything else that its readers see. */
export function differences(before: PlannedSlot, after: PlannedSlot): Difference[] {
  const found: [Difference, boolean][] = [
    ['moved', whereAndWhen(before) !== whereAndWhen(after)],
    ['retitled', written(before.title) !== written(after.title)],
    ['rewritten', rest(before) !== rest(after)],
  ]
  return found.filter(([, differs]) => differs).map(([kind]) => kind)
}

function whereAndWhen({ startsAt, endsAt, room }: PlannedSlot): string {
  return [startsAt, endsAt, room && written(room)].join(' ')
}

function rest({ type, summary, speakers }: PlannedSlot): string {
  return JSON.stringify([type, written(summary), speakers.map(({ name }) => name)])
}

/** The languages in a fixed order: the two engines give an object's keys back differently. */
function written(text: Localised): string {
  return JSON.stringify(locales.map((locale) => text[locale] ?? ''))
}
