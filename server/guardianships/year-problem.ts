import type { Meeting, Project, Registration } from '../../db/schema.ts'
import type { MessageKey } from '../../views/say.ts'
import { isBirthYear, possibleBands } from './age-band.ts'

/**
 * Why somebody's year of birth cannot be put right by itself, or null: one that would make them a child, or of age,
 * leads to other questions, which sign-up asks.
 */
export function yearProblem(
  project: Project,
  { zone }: Pick<Meeting, 'zone'>,
  { ageBand }: Pick<Registration, 'ageBand'>,
  birthYear: number,
  now: Temporal.Instant,
): Extract<MessageKey, 'problem.birth-year' | 'registration.year-band'> | null {
  const today = now.toZonedDateTimeISO(zone).toPlainDate()
  if (!isBirthYear(birthYear, today)) return 'problem.birth-year'
  return possibleBands(birthYear, today, project).some((band) => band === ageBand) ? null : 'registration.year-band'
}
