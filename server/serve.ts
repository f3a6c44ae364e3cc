import closeWithGrace from 'close-with-grace'
import type { Database } from '../db/open.ts'
import { buildApp } from './app.ts'
import { runClockwork } from './clockwork.ts'
import type { Config } from './config.ts'
import { FilesAway } from './files/away.ts'
import { filesOf } from './files/files-of.ts'
import { jobs } from './jobs.ts'
import { eraseAgain } from './my-data/erase-again.ts'
import { shareErasures } from './my-data/shared-erasures.ts'

/** Listens, runs the clockwork, and on SIGTERM or SIGINT finishes what is in flight before it goes. */
export async function serve(config: Config, db: Database): Promise<string> {
  const now = () => Temporal.Now.instant()
  const files = filesOf(config)
  await eraseAgain(db, files, now())
  const app = await buildApp({ db, now, config })
  // Before anybody is let in or written to; while the bucket is away, the clock asks again.
  await shareErasures(db, files, now()).catch((error) => {
    if (!(error instanceof FilesAway)) throw error
    app.log.error({ err: error }, 'not known whom other servers erased')
  })
  const stopping = new AbortController()
  const address = await app.listen({ host: config.host, port: config.port })
  const clockwork = runClockwork(jobs(db, config, stopping.signal, app.log), now, app.log, stopping.signal)
  closeWithGrace({ delay: 20_000, logger: app.log }, async () => {
    await app.close()
    stopping.abort()
    await clockwork
    await db.close()
  })
  return address
}
