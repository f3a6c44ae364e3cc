import type { Group, Meeting, PhotoChannel, Project } from '../../db/schema.ts'
import { type AgeBand, type AgeLimits, isBirthYear, possibleBands } from './age-band.ts'

/** What a meeting that asks for the age goes by. */
export type AgeAsked = {
  /** The day of sign-up where the meeting is. */
  today: Temporal.PlainDate
  limits: AgeLimits
  channels: PhotoChannel[]
  /** Groups in which everybody is of age, by their ids. */
  adultGroups: string[]
}

/** What is asked further, as soon as it is known of whom. */
export type Further = {
  /** Names the questions, so that a form can tell which of them it has shown. */
  key: string
  birthday: boolean
  guardian: 'attendance' | 'photos' | null
  /** Only needed as long as the birthday has not been. */
  guardianBefore: boolean
  photos: PhotoChannel[]
}

export function ageAsked(
  { childAge, adultAge }: Project,
  meeting: Meeting,
  groups: readonly Group[],
  now: Temporal.Instant,
): AgeAsked | null {
  if (!meeting.asksAge) return null
  return {
    today: now.toZonedDateTimeISO(meeting.zone).toPlainDate(),
    limits: { childAge, adultAge },
    channels: meeting.photoChannels,
    adultGroups: groups.filter(({ adult }) => adult).map(({ id }) => id),
  }
}

/** By what has been typed so far. */
export function furtherOf(asked: AgeAsked, typed: Readonly<Record<string, string>>): Further {
  return furtherFor(asked, bandsOf(asked, typed.group ?? '', Number(typed.birthYear || Number.NaN)))
}

export function bandsOf({ adultGroups, today, limits }: AgeAsked, group: string, birthYear: number): AgeBand[] {
  if (adultGroups.includes(group)) return ['adult']
  return isBirthYear(birthYear, today) ? possibleBands(birthYear, today, limits) : []
}

/** Photos are asked of adults themselves, and of a guardian below that; a child's guardian is asked about all of it. */
export function furtherFor({ channels }: AgeAsked, bands: readonly AgeBand[]): Further {
  const ofPhotos = channels.length > 0
  const isYoungFrom = bands.at(-1) === 'young'
  return {
    key: bands.join('-'),
    birthday: bands.length > 1,
    guardian: bands.includes('child') ? 'attendance' : ofPhotos && bands.includes('young') ? 'photos' : null,
    guardianBefore: bands.length > 1 && !(isYoungFrom && ofPhotos),
    photos: bands.includes('adult') ? channels : [],
  }
}
