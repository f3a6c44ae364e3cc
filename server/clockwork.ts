import type { FastifyBaseLogger } from 'fastify'

export type Job = { name: string; everySeconds: number; run: (now: Temporal.Instant) => Promise<void> }

/**
 * Runs each job again and again until `stop`, never one over itself, and a failing one again next time. Resolves when all
 * have stopped and nothing is under way.
 */
export async function runClockwork(
  jobs: Job[],
  now: () => Temporal.Instant,
  log: FastifyBaseLogger,
  stop: AbortSignal,
): Promise<void> {
  await Promise.all(jobs.map((job) => repeat(job, now, log, stop)))
}

async function repeat(job: Job, now: () => Temporal.Instant, log: FastifyBaseLogger, stop: AbortSignal): Promise<void> {
  while (!stop.aborted) {
    await job.run(now()).catch((error) => log.error({ err: error, job: job.name }, 'a periodic job failed'))
    await pause(job.everySeconds * 1000, stop)
  }
}

function pause(milliseconds: number, stop: AbortSignal): Promise<void> {
  return new Promise((resume) => {
    if (stop.aborted) return resume()
    const timer = setTimeout(go, milliseconds)
    function go() {
      clearTimeout(timer)
      stop.removeEventListener('abort', go)
      resume()
    }
    stop.addEventListener('abort', go)
  })
}
