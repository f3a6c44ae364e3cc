import { randomUUID } from 'node:crypto'
import { customType, text } from './drizzle.ts'
import type { Localised } from './languages.ts'

/** A point in time: `Temporal.Instant` in code, integer milliseconds since 1970 in the file. */
export const instant = customType<{ data: Temporal.Instant; driverData: number }>({
  dataType: () => 'integer',
  toDriver: (moment) => moment.epochMilliseconds,
  fromDriver: (milliseconds) => Temporal.Instant.fromEpochMilliseconds(Number(milliseconds)),
})

export const id = () => text('id').primaryKey().$defaultFn(randomUUID)
export const localised = (name: string) => text(name, { mode: 'json' }).$type<Localised>().notNull().default({})
