import { once } from 'node:events'
import { get, type IncomingMessage } from 'node:http'
import { expect, test, vi } from 'vitest'
import type { Database } from '../../db/open.ts'
import { type Meeting, memberships } from '../../db/schema.ts'
import { median } from '../bench/load.ts'
import { manyRegistrations } from '../bench/many-registrations.ts'
import { crew } from '../crew.ts'
import { freshFolder } from '../database.ts'
import { plan } from '../meetings/input.ts'
import { startServer } from '../server.ts'
import { addOrganiser, signedInAs, world } from '../world.ts'
import { report } from './report.ts'

const present = Temporal.Now.instant()
const kinds = [
  { what: 'a list of 20,000', path: 'registrations', connections: 1_000 },
  { what: 'a list of 20,000 as a workbook', path: 'registrations.xlsx', connections: 64 },
]
/** So many of the connections share a session, as many as may wait in line of one (server/waiting-line.ts): they fill it. */
const ofOneSession = 32

vi.setConfig({ testTimeout: 300_000 })

test.each(kinds)(
  'more asked of $what than can be answered: some are put off with 503, the door stays alive',
  async (kind) => {
    const { what, path, connections } = kind
    const { url, desk, door, cookies } = await largeMeeting(Math.ceil(connections / ofOneSession))
    const flood = new Map<number, number>()
    const waited: number[] = []
    const told = new Set<string | null>()
    const atDoor: { status: number | undefined; ms: number }[] = []
    const over = new AbortController()
    const asking = Array.from({ length: connections }, async (_, n) => {
      const headers = cookies.organisers[Math.floor(n / ofOneSession)]
      while (!over.signal.aborted) {
        const since = performance.now()
        const answer = await fetch(`${url}${desk}/${path}`, { headers })
        await answer.arrayBuffer()
        if (answer.status === 200) waited.push(performance.now() - since)
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
      `${connections} connections of ${cookies.organisers.length} organisers asking for ${what} without a pause`,
      `${waited.length} answered, after ${Math.round(median(waited))} ms in the median, ${flood.get(503)} put off with 503 and Retry-After; the door answered each of ${atDoor.length} times, after ${slowest} ms at the most`,
    )
  },
)

/** The status, over a connection of its own, as from a phone that comes to the door. */
async function askedAnew(address: string, headers: Record<string, string>): Promise<number | undefined> {
  const [answer] = (await once(get(address, { headers, agent: false }), 'response')) as [IncomingMessage]
  await answer.toArray()
  return answer.statusCode
}

async function largeMeeting(organising: number) {
  const here = await world({ startsAt: present, endsAt: present.add({ hours: 3 }) })
  const { usher } = await crew(here)
  const large: Meeting = await manyRegistrations(
    here.db,
    here.project,
    plan({ days: [{ startsAt: present, endsAt: present.add({ hours: 3 }) }] }),
    20_000,
    here.owner,
  )
  const organisers = await colleagues(here, organising)
  const cookies = {
    organisers: await Promise.all(organisers.map((one) => signedInAs(here.db, one, present))),
    door: await signedInAs(here.db, usher, present),
  }
  await here.db.close()
  const { url } = await startServer({ DATABASE_URL: here.db.url, DATA_DIR: freshFolder() })
  return { url, desk: `/organise/gen-y-city/${large.slug}`, door: '/organise/gen-y-city/kickoff/door/seen', cookies }
}

async function colleagues({ db, project }: { db: Database; project: { id: string } }, many: number) {
  const all = await Promise.all(
    Array.from({ length: many }, (_, n) => addOrganiser(db, { name: `Colleague ${n}`, email: `c${n}@example.org` })),
  )
  const organising = { projectId: project.id, role: 'organiser', since: present } as const
  const rows = all.map(({ id }) => ({ ...organising, organiserId: id }))
  await db.transact(async (tx) => await tx.insert(memberships).values(rows), { touches: 'everything' })
  return all
}
