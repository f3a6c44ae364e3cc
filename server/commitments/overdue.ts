import type { Commitment, Project } from '../../db/schema.ts'

type Due = Pick<Commitment, 'state' | 'dueOn'>

/** Its day has passed, where the project is, and it is neither kept nor given up. */
export function isOverdue({ state, dueOn }: Due, { zone }: Pick<Project, 'zone'>, now: Temporal.Instant): boolean {
  if (dueOn === null || state === 'kept' || state === 'dropped') return false
  return Temporal.PlainDate.compare(Temporal.PlainDate.from(dueOn), now.toZonedDateTimeISO(zone).toPlainDate()) < 0
}

/** Until when what is said of these promises stays true by itself; null: for good. */
export function overdueHolds(all: readonly Due[], project: Pick<Project, 'zone'>, now: Temporal.Instant) {
  const isTurning = all.some((one) => one.dueOn !== null && !isOverdue(one, project, now))
  return isTurning ? now.toZonedDateTimeISO(project.zone).add({ days: 1 }).startOfDay().toInstant() : null
}
