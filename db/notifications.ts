import { setTimeout } from 'node:timers/promises'
import type { Client } from 'pg'
import { loadPg } from './pg.ts'
import { workTogether } from './presence.ts'

export const channel = 'kopa'

type Ears = {
  /** What was touched, on whichever server, and which touch that was. */
  hear: (id: string, touched: string) => void
  /** After a break in the line anything may have been missed. */
  doubt: () => void
}

/** Resolves, once it hears what is touched on any server, to what stops it. */
export async function hearTouches(url: string, { hear, doubt }: Ears) {
  const over = new AbortController()
  let client = await connect()

  async function connect(): Promise<Client> {
    const fresh = new (loadPg().Client)({ connectionString: url, connectionTimeoutMillis: 5_000, keepAlive: true })
    fresh.on('error', () => {})
    fresh.on('notification', ({ payload = '' }) => {
      const [id, touched] = payload.split(' ')
      if (id && touched) hear(id, touched)
    })
    try {
      await fresh.connect()
      await workTogether(fresh)
      await fresh.query(`LISTEN ${channel}`)
    } catch (error) {
      await fresh.end()
      throw error
    }
    fresh.once('end', () => void reconnect())
    return fresh
  }

  async function reconnect() {
    while (!over.signal.aborted) {
      try {
        client = await connect()
        return over.signal.aborted ? await client.end() : doubt()
      } catch {
        await setTimeout(500, undefined, { ref: false })
      }
    }
  }

  return async () => {
    over.abort()
    await client.end()
  }
}
