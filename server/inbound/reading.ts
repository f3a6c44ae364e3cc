import type { Database } from '../../db/open.ts'
import type { Job } from '../clockwork.ts'
import type { Config } from '../config.ts'
import { readMailbox } from './mailbox.ts'
import { takeInSpool } from './spool.ts'

const firstPause = 5
const longestPause = 10 * 60

/** Nothing without `INBOUND_URL` or `INBOUND`: then letters do not ask to be answered to us. */
export function reading(db: Database, config: Config, stop: AbortSignal): Job[] {
  const { inboundUrl: url, readsMail } = config
  const now = () => Temporal.Now.instant()
  const spool: Job = { name: 'take in mail', everySeconds: 2, run: (at) => takeInSpool(db, config, at) }
  if (url) return [spool, reconnecting(() => readMailbox(db, config, { url, now, stop }), stop)]
  return readsMail ? [spool] : []
}

/** The longer the mail server is away, the more rarely it is asked. */
function reconnecting(read: () => Promise<void>, stop: AbortSignal): Job {
  let pause = 0
  return {
    name: 'read the mailbox',
    everySeconds: firstPause,
    run: async (startedAt) => {
      await patience(pause, stop)
      if (stop.aborted) return
      try {
        await read()
      } catch (error) {
        const lasted = startedAt.until(Temporal.Now.instant()).total('seconds') - pause
        pause = lasted > 60 ? 0 : Math.min(Math.max(firstPause, pause * 2), longestPause)
        throw error
      }
    },
  }
}

function patience(seconds: number, stop: AbortSignal): Promise<void> {
  return new Promise((resume) => {
    if (stop.aborted || seconds === 0) return resume()
    const timer = setTimeout(go, seconds * 1000)
    function go() {
      clearTimeout(timer)
      stop.removeEventListener('abort', go)
      resume()
    }
    stop.addEventListener('abort', go)
  })
}
