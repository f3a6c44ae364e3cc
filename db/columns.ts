import { randomUUID, randomUUIDv7 } from 'node:crypto'
import { customType, text } from './drizzle.ts'
import type { Localised } from './languages.ts'

/** A point in time: `Temporal.Instant` in code, integer milliseconds since 1970 in the file. */
export const instant = customType<{ data: Temporal.Instant; driverData: number }>({
  dataType: () => 'integer',
  toDriver: (moment) => moment.epochMilliseconds,
  fromDriver: (milliseconds) => Temporal.Instant.fromEpochMilliseconds(Number(milliseconds)),
})

export const id = () => text('id').primaryKey().$defaultFn(randomUUID)
/**
 * For what is written often and says when anyway: it begins with the time (RFC 9562, version 7), so that rows of the same
 * moment share the pages of every index. Never for what must not tell when it was written, or in which order.
 */
export const datedId = () => text('id').primaryKey().$defaultFn(randomUUIDv7)
export const localised = (name: string) => text(name, { mode: 'json' }).$type<Localised>().notNull().default({})
