import type { FastifyBaseLogger } from 'fastify'

export type Job = { name: string; everySeconds: number; run: (now: Temporal.Instant) => Promise<void> }

/**
 * Runs each job again and again, never one over itself, and a failing one again next time. Answers with a function that
 * stops it and waits for what is under way.
 */
export function startClockwork(jobs: Job[], now: () => Temporal.Instant, log: FastifyBaseLogger): () => Promise<void> {
  const stopping = new AbortController()
  const running = jobs.map((job) => repeat(job, now, log, stopping.signal))
  return async () => {
    stopping.abort()
    await Promise.all(running)
  }
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
