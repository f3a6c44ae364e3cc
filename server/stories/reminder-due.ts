import type { Call } from '../../db/schema.ts'

const before = { hours: 48 }

/** When whoever has not handed in is reminded; it moves with the deadline. */
export function reminderDue({ closesAt }: Pick<Call, 'closesAt'>): Temporal.Instant {
  return closesAt.subtract(before)
}
