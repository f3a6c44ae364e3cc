import { createHash } from 'node:crypto'
import type { FastifyRateLimitStore as Store } from '@fastify/rate-limit'
import type { Tally } from '../db/tally.ts'

/** What the plugin gives its own stores for each route, which its types leave out. */
type Given = { routeInfo?: { method: string | string[]; url: string } }

/** Where several servers share a database they count together who sends what: each alone would let through as much again. */
export function storeOver(tally: Tally) {
  return class implements Store {
    readonly route: string

    constructor(given: object) {
      const { routeInfo } = given as Given
      this.route = `${routeInfo?.method} ${routeInfo?.url}`
    }

    incr(address: string, done: Parameters<Store['incr']>[1], milliseconds: number): void {
      tally(keyOf(this.route, address), milliseconds).then(
        ({ count, leftMs }) => done(null, { current: count, ttl: leftMs }),
        done,
      )
    }

    child(given: object): Store {
      return new (storeOver(tally))(given)
    }
  }
}

/** Nobody needs to read the address again. */
function keyOf(route: string, address: string): string {
  return createHash('sha256').update(`${route} ${address}`).digest('base64url')
}
