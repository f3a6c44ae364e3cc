import { once } from 'node:events'
import { get, type IncomingMessage } from 'node:http'
import { expect, test, vi } from 'vitest'
import type { Meeting } from '../../db/schema.ts'
import { manyRegistrations } from '../bench/many-registrations.ts'
import { crew } from '../crew.ts'
import { freshFolder } from '../database.ts'
import { plan } from '../meetings/input.ts'
import { startServer } from '../server.ts'
import { signedInAs, world } from '../world.ts'
import { report } from './report.ts'

const present = Temporal.Now.instant()
const connections = 1_000

vi.setConfig({ testTimeout: 300_000 })

test('more asked than can be answered: pages are put off with 503, the door stays alive', async () => {
  const { url, list, door, cookies } = await largeMeeting()
  const flood = new Map<number, number>()
  const told = new Set<string | null>()
  const atDoor: { status: number | undefined; ms: number }[] = []
  const over = new AbortController()
  const asking = Array.from({ length: connections }, async () => {
    while (!over.signal.aborted) {
      const answer = await fetch(url + list, { headers: cookies.organiser })
      await answer.arrayBuffer()
      flood.set(answer.status, (flood.get(answer.status) ?? 0) + 1)
      if (answer.status === 503) told.add(answer.headers.get('retry-after'))
    }
  })
  while (atDoor.length < 40) {
    const since = performance.now()
    const status = await askedAnew(url + door, cookies.door)
    atDoor.push({ status, ms: performance.now() - since })
  }
  over.abort()
  await Promise.all(asking)
  expect(atDoor.map(({ status }) => status)).toEqual(Array(40).fill(200))
  expect([...flood.keys()].sort()).toEqual([200, 503])
  expect([...told]).toEqual(['30'])
  const slowest = Math.round(Math.max(...atDoor.map(({ ms }) => ms)))
  report(
    'overload',
    `${connections} connections asking for a list of 20,000 without a pause`,
    `${flood.get(200)} lists, ${flood.get(503)} put off with 503 and Retry-After; the door answered each of ${atDoor.length} times, after ${slowest} ms at the most`,
  )
})

/** The status, over a connection of its own, as from a phone that comes to the door. */
async function askedAnew(address: string, headers: Record<string, string>): Promise<number | undefined> {
  const [answer] = (await once(get(address, { headers, agent: false }), 'response')) as [IncomingMessage]
  await answer.toArray()
  return answer.statusCode
}

async function largeMeeting() {
  const here = await world({ startsAt: present, endsAt: present.add({ hours: 3 }) })
  const { usher } = await crew(here)
  const large: Meeting = await manyRegistrations(
    here.db,
    here.project,
    plan({ days: [{ startsAt: present, endsAt: present.add({ hours: 3 }) }] }),
    20_000,
    here.owner,
  )
  const cookies = {
    organiser: await signedInAs(here.db, here.owner, present),
    door: await signedInAs(here.db, usher, present),
  }
  await here.db.close()
  const { url } = await startServer({ DATABASE_URL: here.db.url, DATA_DIR: freshFolder() })
  const [list, door] = [`/organise/gen-y-city/${large.slug}/registrations`, '/organise/gen-y-city/kickoff/door/seen']
  return { url, list, door, cookies }
}
