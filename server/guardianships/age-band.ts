import type { Project, Registration } from '../../db/schema.ts'

export type AgeBand = NonNullable<Registration['ageBand']>
export type AgeLimits = Pick<Project, 'childAge' | 'adultAge'>

const youngest = 5
const oldest = 110

/**
 * Below the first limit a child, from the second an adult. Null where the year alone does not tell and nobody has said
 * whether the birthday has been. `today` is the day of sign-up where the meeting is.
 */
export function ageBandOf(
  birthYear: number,
  birthdayHad: boolean | null,
  today: Temporal.PlainDate,
  limits: AgeLimits,
): AgeBand | null {
  const [before, after = before] = possibleBands(birthYear, today, limits)
  if (before === after) return before ?? null
  if (birthdayHad === null) return null
  return (birthdayHad ? after : before) ?? null
}

/** What somebody born in that year may be: one band, or that before their birthday and that from it. */
export function possibleBands(birthYear: number, today: Temporal.PlainDate, limits: AgeLimits): AgeBand[] {
  const age = today.year - birthYear
  const after = bandAt(age, limits)
  // On the last day of the year everybody has had their birthday.
  const before = isLastDay(today) ? after : bandAt(age - 1, limits)
  return before === after ? [after] : [before, after]
}

/** Not a slip of the finger: somebody born then can come to a meeting. */
export function isBirthYear(year: number, today: Temporal.PlainDate): boolean {
  return Number.isInteger(year) && year >= today.year - oldest && year <= today.year - youngest
}

function bandAt(age: number, { childAge, adultAge }: AgeLimits): AgeBand {
  if (age >= adultAge) return 'adult'
  return age < childAge ? 'child' : 'young'
}

function isLastDay({ dayOfYear, daysInYear }: Temporal.PlainDate): boolean {
  return dayOfYear === daysInYear
}
