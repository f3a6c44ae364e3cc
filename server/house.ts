import type { Database } from '../db/open.ts'
import type { Config } from './config.ts'
import type { FileStore } from './files/store.ts'

/** What every route may need: the database, the files that people send, the clock and the settings. */
export type House = { db: Database; files: FileStore; now: () => Temporal.Instant; config: Config }
