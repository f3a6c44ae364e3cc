import closeWithGrace from 'close-with-grace'
import type { Database } from '../db/open.ts'
import { buildApp } from './app.ts'
import { startClockwork } from './clockwork.ts'
import type { Config } from './config.ts'
import { jobs } from './jobs.ts'

/** Listens, runs the clockwork, and on SIGTERM or SIGINT finishes what is in flight before it goes. */
export async function serve(config: Config, db: Database): Promise<string> {
  const now = () => Temporal.Now.instant()
  const app = await buildApp({ db, now, config })
  const stopClockwork = startClockwork(jobs(db, config), now, app.log)
  closeWithGrace({ delay: 20_000, logger: app.log }, async () => {
    await app.close()
    await stopClockwork()
    await db.close()
  })
  return await app.listen({ host: config.host, port: config.port })
}
