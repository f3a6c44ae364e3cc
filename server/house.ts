import type { Database } from '../db/open.ts'
import type { Config } from './config.ts'

/** What every route may need: the database, the clock and the settings. */
export type House = { db: Database; now: () => Temporal.Instant; config: Config }
