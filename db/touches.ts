import { setTimeout } from 'node:timers/promises'
import type { ClientBase, Pool } from 'pg'
import { channel } from './notifications.ts'
import { emptySharedTables } from './shared-tables.ts'

/** A notification that was lost is made up for within five seconds: two to the next look, and some for the answer. */
const everyMs = 2_000
const tooLongMs = 60_000

/** Asked by each server every two seconds, whatever else happens. */
export const touchesSince = `
SELECT horizon, id, touched
FROM (SELECT pg_snapshot_xmin(pg_current_snapshot())::text::bigint AS horizon) AS now
LEFT JOIN kopa_touches ON xid >= $1
ORDER BY at`

/** Within the deed's transaction: told at once where the notification arrives, and found by `lookAround` where not. */
export async function leaveTouch(client: ClientBase, id: string, touched: string): Promise<void> {
  await client.query(
    'WITH left_there AS (INSERT INTO kopa_touches (id, touched) VALUES ($1, $2)) SELECT pg_notify($3, $4)',
    [id, touched, channel, `${id} ${touched}`],
  )
}

/**
 * Looks again and again what was touched, and tells what `hear` has not been told of: by other servers, or by this one in
 * a deed whose commit was not confirmed. A deed that commits late is not overlooked: all that ran at the last look are
 * looked at again (docs/decisions/touches.md).
 */
export async function lookAround(pool: Pool, tell: (touched: string) => void) {
  const over = new AbortController()
  let [known, knownBefore] = [new Set<string>(), new Set<string>()]
  let [horizon, lookedAt, emptiedAt] = [0, performance.now(), Number.NEGATIVE_INFINITY]

  function hear(id: string, touched: string) {
    const isNew = !known.has(id) && !knownBefore.has(id)
    known.add(id)
    if (isNew) tell(touched)
  }

  async function look() {
    ;[knownBefore, known] = [known, new Set()]
    const { rows } = await pool.query<Seen>(touchesSince, [horizon])
    // After a long silence rows may have come and gone.
    if (performance.now() - lookedAt > tooLongMs) tell('everything')
    for (const { id, touched } of rows) if (id !== null) hear(id, touched)
    ;[horizon, lookedAt] = [rows[0]?.horizon ?? horizon, performance.now()]
    if (lookedAt - emptiedAt < tooLongMs) return
    emptiedAt = lookedAt
    await pool.query(emptySharedTables)
  }

  async function goOn() {
    while (!over.signal.aborted) {
      await setTimeout(everyMs, undefined, { ref: false, signal: over.signal }).catch(() => {})
      if (over.signal.aborted) return
      // Whatever was missed meanwhile: nobody can say.
      await look().catch(() => (lookedAt = Number.NEGATIVE_INFINITY))
    }
  }

  await look()
  const going = goOn()
  return {
    hear,
    stop: async () => {
      over.abort()
      await going
    },
  }
}

type Seen = { horizon: number; id: string; touched: string } | { horizon: number; id: null; touched: null }
