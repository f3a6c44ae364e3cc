import { readdirSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { expect, test, vi } from 'vitest'
import { photos } from '../../db/schema.ts'
import { register } from '../../server/registrations/register.ts'
import { noor } from '../cast.ts'
import { run } from '../commands/run.ts'
import { freshFolder, onPostgres, openForTest } from '../database.ts'
import { addPhoto, photoFilesIn } from '../photos/cast.ts'
import { places } from '../registrations/places.ts'
import { startServer } from '../server.ts'
import { world } from '../world.ts'

vi.setConfig({ testTimeout: 120_000 })

const soon = Temporal.Now.instant()
  .add({ hours: 24 * 14 })
  .round('minute')

test.skipIf(onPostgres)('the drill: backed up under load, killed, and brought back in an empty place', async () => {
  const here = await world({ startsAt: soon, endsAt: soon.add({ hours: 2 }), capacity: 10_000 })
  const [dataDir, empty, key] = [freshFolder(), freshFolder(), 'a key for the drill alone']
  await addPhoto(here.db, here.kickoff)
  await photoFilesIn(dataDir, await here.db.select().from(photos))
  await here.db.close()
  const env = { DATABASE_URL: here.db.url, DATA_DIR: dataDir, BACKUP_KEY: key }
  const server = await startServer(env)
  const load = registering(server.url, here.pupils.id)
  await load.until(50)

  const before = [...load.answered]
  const backup = join(freshFolder(), 'kopa.tar.age')
  expect(await run('backup', [backup], env)).toMatchObject({ code: 0, complaints: '' })
  await load.until(before.length + 50)
  server.child.kill('SIGKILL')
  await load.over

  const anew = { DATABASE_URL: `sqlite:${join(empty, 'kopa.db')}`, DATA_DIR: empty, BACKUP_KEY: key }
  expect(await run('restore', [backup], anew)).toMatchObject({ code: 0, complaints: '' })
  const { code, output } = await run('doctor', [], anew)
  expect([code, output]).toEqual([0, expect.not.stringContaining('NOT OK')])
  const there = Object.keys(await places(await openForTest(anew.DATABASE_URL), here.kickoff))
  expect(before.filter((name) => !there.includes(name))).toEqual([])
  expect(there.filter((name) => !load.sent.has(name))).toEqual([])
  for (const name of readdirSync(join(dataDir, 'photos')))
    expect(await readFile(join(empty, 'photos', name))).toEqual(await readFile(join(dataDir, 'photos', name)))
})

test.skipIf(onPostgres)(
  'a restored server serves, and forgets at its start what was due while it was away',
  async () => {
    const past = Temporal.Now.instant().subtract({ hours: 24 * 40 })
    const here = await world({ startsAt: past, endsAt: past.add({ hours: 2 }) })
    const empty = freshFolder()
    const then = past.subtract({ hours: 24 })
    await register(here.db, here.project, here.kickoff, { ...noor, groupId: null }, then)
    await here.db.close()
    const backup = join(freshFolder(), 'kopa.tar')
    await run('backup', [backup], { DATABASE_URL: here.db.url, DATA_DIR: freshFolder() })
    const anew = { DATABASE_URL: `sqlite:${join(empty, 'kopa.db')}`, DATA_DIR: empty }
    await run('restore', [backup], anew)
    const file = new Sqlite(join(empty, 'kopa.db'))
    const names = () => file.prepare('SELECT name FROM registrations').pluck().all()
    expect(names()).toEqual([noor.name])
    const server = await startServer(anew)
    expect((await fetch(`${server.url}/gen-y-city/kickoff`)).status).toBe(200)
    await vi.waitFor(() => expect(names()).toEqual([null]), { timeout: 30_000, interval: 200 })
    file.close()
  },
)

/** Eight phones that register one guest after another, until the server is gone. */
function registering(origin: string, group: string) {
  const answered: string[] = []
  const sent = new Set<string>()
  const phone = async () => {
    for (;;) {
      const name = `Guest ${sent.size}`
      sent.add(name)
      const body = new URLSearchParams({ name, email: `${name.replace(' ', '')}@example.org`, group })
      const answer = await fetch(`${origin}/gen-y-city/kickoff/register`, { method: 'POST', body, redirect: 'manual' })
      if (answer.status === 303) answered.push(name)
    }
  }
  const over = Promise.allSettled(Array.from({ length: 8 }, phone))
  const until = (many: number) => vi.waitFor(() => expect(answered.length).toBeGreaterThan(many), { timeout: 60_000 })
  return { answered, sent, until, over }
}
