import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { Client } from 'pg'
import { expect, onTestFinished, test, vi } from 'vitest'
import { move } from '../../db/move.ts'
import { open, sqlitePath } from '../../db/open.ts'
import { workAlone } from '../../db/presence.ts'
import { openDemo } from '../../server/demo/open.ts'
import { run } from '../commands/run.ts'
import { freshFolder, freshUrl, openForTest } from '../database.ts'
import { demoConfig } from '../demo/told.ts'
import { dump } from '../dump.ts'
import { startServer } from '../server.ts'
import { add, names } from './cast.ts'
import { publicSite } from './public-site.ts'

// The whole public site is asked for three times, in four languages.
vi.setConfig({ testTimeout: 240_000 })

const freshFile = () => `sqlite:${join(freshFolder(), 'kopa.db')}`

async function holding(url: string, ...people: string[]): Promise<string> {
  const db = await open(url)
  for (const person of people) await add(db, person)
  await db.close()
  return url
}

/** Which of two have something else under the same name, or nothing. */
function differing<T>(one: Map<string, T>, other: Map<string, T>): string[] {
  return [...new Set([...one.keys(), ...other.keys()])].filter((name) => one.get(name) !== other.get(name))
}

async function stored(url: string): Promise<Map<string, string>> {
  const db = await open(url)
  const tables = new Map(Object.entries(await dump(db)))
  await db.close()
  return tables
}

test('Gen-Y City moved to PostgreSQL and back is the same public site on each, byte by byte, in every language', async () => {
  const config = demoConfig(freshFile())
  await (await openDemo(config, Temporal.Now.instant())).close()
  const [here, there, back] = [config.databaseUrl, await freshUrl(), freshFile()]
  const moved = await move(here, there)
  expect(await move(there, back)).toEqual(moved)
  const before = await stored(here)
  for (const url of [there, back]) expect(differing(before, await stored(url))).toEqual([])

  const site = async (url: string) => {
    const env = { DATABASE_URL: url, DATA_DIR: config.dataDir, PUBLIC_URL: 'https://kopa.example.org' }
    const server = await startServer(env)
    const pages = await publicSite(server.url)
    expect(await server.kill('SIGTERM')).toBe(0)
    return pages
  }
  const first = await site(here)
  expect(first.size).toBeGreaterThan(4 * 60)
  for (const url of [there, back]) expect(differing(first, await site(url))).toEqual([])
})

test('a database that holds anything is left as it is', async () => {
  const [from, to] = [await holding(freshFile(), 'ada'), await holding(await freshUrl(), 'bo')]
  await expect(move(from, to)).rejects.toThrow(/is not empty \(there are organisers\)/)
  await expect(move(to, from)).rejects.toThrow(/is not empty \(there are organisers\)/)
  expect(await names(await openForTest(to))).toEqual(['bo'])
  expect(await names(await openForTest(from))).toEqual(['ada'])
})

test('nothing is moved while a server is at work, on whichever side', async () => {
  const [file, postgres] = [await holding(freshFile(), 'ada'), await holding(await freshUrl(), 'bo')]
  const onFile = await openForTest(file)
  await expect(move(file, await freshUrl())).rejects.toThrow(/in use by a Kopā that is already running/)
  await onFile.close()
  const onPostgres = await openForTest(postgres)
  await expect(move(postgres, freshFile())).rejects.toThrow(/A Kopā runs on PostgreSQL at 127\.0\.0\.1:\d+\/kopa_test/)
  await expect(move(file, postgres)).rejects.toThrow(/A Kopā runs on/)
  await onPostgres.close()
  expect(await move(postgres, freshFile())).toContainEqual(expect.objectContaining({ table: 'organisers', rows: 1 }))
})

test('no server starts on a PostgreSQL that is being moved', async () => {
  const url = await freshUrl()
  const mover = await connect(url)
  expect(await workAlone(mover)).toBe(true)
  await expect(open(url)).rejects.toThrow('The database is being moved')
})

test('a database of another version is not moved', async () => {
  const [file, postgres] = [await holding(freshFile(), 'ada'), await freshUrl()]
  const old = new Sqlite(sqlitePath(file))
  old.exec('DELETE FROM kopa_migrations WHERE name = (SELECT max(name) FROM kopa_migrations)')
  old.close()
  await expect(move(file, postgres)).rejects.toThrow(/kopa\.db has the tables of an older Kopā/)
  const newer = await connect(postgres)
  await newer.query("INSERT INTO kopa_migrations VALUES ('9999_of_tomorrow', '')")
  await expect(move(await holding(freshFile(), 'ada'), postgres)).rejects.toThrow(/made by another version of Kopā/)
})

test('when what arrives is not what was sent, nothing stays', async () => {
  const [from, to] = [await holding(freshFile(), 'ada', 'bo'), await freshUrl()]
  const administrator = await connect(to)
  await administrator.query(`
    CREATE FUNCTION shout() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN NEW.name = upper(NEW.name); RETURN NEW; END $$;
    CREATE TRIGGER shout BEFORE INSERT ON organisers FOR EACH ROW EXECUTE FUNCTION shout()`)
  await expect(move(from, to)).rejects.toThrow(
    /What arrived of organisers is not what was sent \(2 rows, .*nothing was kept/,
  )
  expect(await names(await openForTest(to))).toEqual([])
})

test('the command prints what was moved, and that the folder of files must go along', async () => {
  const from = await holding(freshFile(), 'ada', 'bo')
  const { output, code } = await run('move', [from, await freshUrl()], { DATA_DIR: '/srv/kopa' })
  expect(output).toMatch(/^organisers +2 {2}[\da-f]{16}$/m)
  expect(output).toContain('2 rows in ')
  expect(output).toContain('the folder /srv/kopa (DATA_DIR) must go along')
  expect(code).toBe(0)
  const wrong = await run('move', [from], {})
  expect([wrong.complaints, wrong.code]).toEqual([expect.stringMatching(/^Use it like this: npm run move/), 1])
})

async function connect(url: string): Promise<Client> {
  const client = new Client({ connectionString: url })
  await client.connect()
  onTestFinished(() => client.end())
  return client
}
