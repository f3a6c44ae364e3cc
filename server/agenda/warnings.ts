import type { Locale, Localised } from '../../db/languages.ts'
import type { Day } from '../../db/schema.ts'
import type { Speaking } from './queries.ts'
import { byTime, type PlacedSlot, sharesLane, type TimedSlot } from './timetable.ts'

type Spoken = TimedSlot<
  PlacedSlot & {
    title: Localised
    summary: Localised
    internal: boolean
    speakers: readonly Pick<Speaking, 'id' | 'name' | 'standing' | 'mayBeNamed'>[]
  }
>

export type Warning<S> =
  | { kind: 'overlap'; with: S }
  | { kind: 'speaker-elsewhere'; with: S; speaker: string }
  | { kind: 'past-the-end' | 'before-the-start' }
  /** Not named in public yet: nobody has asked them, they have not answered, nobody has confirmed their yes; or never. */
  | { kind: 'planned' | 'invited' | 'accepted' | 'declined'; speaker: string }
  | { kind: 'guardian'; speaker: string }
  | { kind: 'untranslated'; locales: Locale[] }

/**
 * What an organiser should look at, by the id of the slot it concerns: of those that have a time. Of a blocker, which
 * nobody else will see, only what is wrong with its place.
 */
export function warningsOf<S extends Spoken>(
  days: readonly Pick<Day, 'id' | 'startsAt' | 'endsAt'>[],
  timed: readonly S[],
  locales: readonly Locale[],
): Map<string, Warning<S>[]> {
  const sorted = timed.toSorted(byTime)
  const found = new Map(sorted.map((slot) => [slot.id, outside<S>(days, slot)]))
  for (const [i, slot] of sorted.entries()) {
    for (let j = i + 1; j < sorted.length; j += 1) {
      const other = sorted[j]
      if (!other || isBy(slot.endsAt, other.startsAt)) break
      found.get(slot.id)?.push(...clashes(slot, other))
      found.get(other.id)?.push(...clashes(other, slot))
    }
  }
  for (const slot of sorted) if (!slot.internal) found.get(slot.id)?.push(...unready<S>(slot, locales))
  return found
}

function clashes<S extends Spoken>(slot: S, other: S): Warning<S>[] {
  if (sharesLane(slot, other)) return [{ kind: 'overlap', with: other }]
  return slot.speakers
    .filter(({ id }) => other.speakers.some((speaker) => speaker.id === id))
    .map(({ name }) => ({ kind: 'speaker-elsewhere', with: other, speaker: name }))
}

function outside<S>(days: readonly Pick<Day, 'id' | 'startsAt' | 'endsAt'>[], slot: Spoken): Warning<S>[] {
  const day = days.find(({ id }) => id === slot.dayId)
  const warnings: Warning<S>[] = []
  if (day && !isBy(day.startsAt, slot.startsAt)) warnings.push({ kind: 'before-the-start' })
  if (day && !isBy(slot.endsAt, day.endsAt)) warnings.push({ kind: 'past-the-end' })
  return warnings
}

function isBy(at: Temporal.Instant, other: Temporal.Instant): boolean {
  return at.epochMilliseconds <= other.epochMilliseconds
}

/** What keeps it from being shown whole. */
function unready<S>({ title, summary, speakers }: Spoken, wanted: readonly Locale[]): Warning<S>[] {
  const isSummed = Object.values(summary).some(Boolean)
  const locales = wanted.filter((locale) => !title[locale] || (isSummed && !summary[locale]))
  return [
    ...speakers.flatMap((speaker) => unnamed<S>(speaker)),
    ...(locales.length > 0 ? [{ kind: 'untranslated' as const, locales }] : []),
  ]
}

function unnamed<S>({ name, standing, mayBeNamed }: Spoken['speakers'][number]): Warning<S>[] {
  const warnings: Warning<S>[] = standing === 'confirmed' ? [] : [{ kind: standing, speaker: name }]
  return mayBeNamed || standing === 'declined' ? warnings : [...warnings, { kind: 'guardian', speaker: name }]
}
