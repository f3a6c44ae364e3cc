import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { newManageLinks } from '../../server/registrations/links.ts'
import { register } from '../../server/registrations/register.ts'
import { noor, sami } from '../cast.ts'
import { run } from '../commands/run.ts'
import { freshFolder, onPostgres, openForTest } from '../database.ts'
import { dump } from '../dump.ts'
import { askTwoThings, giveEverything } from '../my-data/rich.ts'
import { registrationBy } from '../registrations/places.ts'
import { startServer } from '../server.ts'
import { form, world } from '../world.ts'
import { plantedAmong, plantedIn } from './planted.ts'

const present = Temporal.Now.instant()
const soon = present.add({ hours: 24 * 14 })

const [gone, stays] = [
  { ...noor, name: 'gone~name', email: 'gone~address@example.org' },
  { ...sami, name: 'stays~name', email: 'stays~address@example.org' },
]

/** The real server, over a meeting with two people of whom everything is known. */
async function served() {
  const here = await world({ startsAt: soon, endsAt: soon.add({ hours: 2 }) })
  const { db, project, kickoff } = here
  const dataDir = onPostgres ? freshFolder() : dirname(db.url.replace('sqlite:', ''))
  const asked = await askTwoThings(db, kickoff, present)
  for (const [word, person] of Object.entries({ 'gone~': gone, 'stays~': stays })) {
    await register(db, project, kickoff, { ...person, groupId: here.pupils.id }, present)
    await giveEverything(db, dataDir, await registrationBy(db, person), asked, word, present)
  }
  const registration = await registrationBy(db, gone)
  const [token] = await db.transact((tx) => newManageLinks(tx, [registration], kickoff, present), {
    touches: 'nothing',
  })
  await db.close()
  const env = { DATABASE_URL: db.url, DATA_DIR: dataDir, LOG_LEVEL: 'trace' }
  return { ...here, dataDir, env, token, group: here.pupils.id, server: await startServer(env) }
}

test('whoever has themselves erased is nowhere any more while the server runs on, and others stay', {
  timeout: 60_000,
}, async () => {
  const { server, dataDir, env, token, group } = await served()
  const both = onPostgres ? 2 : 3
  expect(plantedIn(dataDir, 'gone~').length).toBeGreaterThanOrEqual(both - 1)
  const before = plantedIn(dataDir, 'stays~').map(withoutFile)

  const way = `${server.url}/mine/${token}`
  for (const page of ['', '/data', '/data.json', '/data.txt', '/data/erase'])
    expect((await fetch(way + page)).status).toBe(200)
  const erased = await fetch(`${way}/data/erase`, { method: 'POST', redirect: 'manual' })
  expect([erased.status, erased.headers.get('location')]).toEqual([303, '/privacy/erased'])
  expect(plantedIn(dataDir, 'gone~')).toEqual([])
  expect([...new Set(plantedIn(dataDir, 'stays~').map(withoutFile))].sort()).toEqual([...new Set(before)].sort())

  const again = form({ name: gone.name, email: gone.email, group })
  const registered = await fetch(`${server.url}/gen-y-city/kickoff/register`, {
    method: 'POST',
    headers: again.headers,
    body: again.payload,
    redirect: 'manual',
  })
  expect(registered.status).toBe(303)
  await server.kill('SIGTERM')
  expect(plantedAmong(server.said.join('\n'), '(gone|stays)~')).toEqual([])
  expect(server.said.join('\n')).not.toContain(`${token}`)
  const db = await openForTest(env.DATABASE_URL)
  expect(await registrationBy(db, gone)).toMatchObject({ status: 'confirmed', arrival: 3 })
})

test('nor is anything of them in a backup made after, or in a dump of all tables', { timeout: 60_000 }, async () => {
  const { server, dataDir, env, token } = await served()
  await fetch(`${server.url}/mine/${token}/data/erase`, { method: 'POST', redirect: 'manual' })
  if (!onPostgres) {
    const folder = freshFolder()
    expect(await run('backup', [join(folder, 'kopa.backup')], env)).toMatchObject({ code: 0 })
    expect(plantedIn(folder, 'gone~')).toEqual([])
    expect(plantedIn(folder, 'stays~').length).toBeGreaterThan(0)
  }
  await server.kill('SIGTERM')
  const rows = Object.values(await dump(await openForTest(env.DATABASE_URL))).join()
  expect(plantedAmong(rows, 'gone~')).toEqual([])
  expect(plantedAmong(rows, 'stays~').length).toBeGreaterThan(0)
  expect(plantedIn(dataDir, 'gone~')).toEqual([])
})

function withoutFile(found: string): string {
  return found.slice(found.lastIndexOf(': ') + 2)
}
