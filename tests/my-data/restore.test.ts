import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Database } from '../../db/open.ts'
import { answerFiles, questions, registrations } from '../../db/schema.ts'
import { filesInFolder } from '../../server/files/in-folder.ts'
import { erase } from '../../server/my-data/erase.ts'
import { register } from '../../server/registrations/register.ts'
import { noor, sami } from '../cast.ts'
import { run } from '../commands/run.ts'
import { freshFolder, onPostgres, openForTest } from '../database.ts'
import { registrationBy } from '../registrations/places.ts'
import { startServer } from '../server.ts'
import { now, world } from '../world.ts'

const names = async (db: Database) => (await db.select().from(registrations)).map(({ name }) => name).sort()

async function place() {
  const here = await world()
  const { db, project, kickoff } = here
  const dataDir = freshFolder()
  for (const person of [noor, sami]) await register(db, project, kickoff, { ...person, groupId: null }, now)
  const registration = await registrationBy(db, noor)
  const env = { DATABASE_URL: here.db.url, DATA_DIR: dataDir }
  return { ...here, dataDir, registration, env, file: here.db.url.replace('sqlite:', '') }
}

test.skipIf(onPostgres)('a backup that is brought back does not bring back whoever was erased since', async () => {
  const { db, dataDir, project, kickoff, registration, env, file } = await place()
  const backup = join(freshFolder(), 'kopa.backup')
  expect(await run('backup', [backup], env)).toMatchObject({ code: 0, complaints: '' })
  await erase(db, filesInFolder(dataDir), project, kickoff, registration, now)
  await db.close()
  expect(await run('restore', [backup], env)).toMatchObject({ code: 0, complaints: '' })
  expect(readFileSync(file).includes(noor.email)).toBe(false)
  expect(readFileSync(file).includes(sami.email)).toBe(true)
  const restored = await openForTest(env.DATABASE_URL)
  expect(await names(restored)).toEqual(['Sami', null])
})

test('nor does a database put back by hand, or by the tools of PostgreSQL, once it is started', async () => {
  const { db, dataDir, kickoff, registration, env } = await place()
  const question = { id: 'q', meetingId: kickoff.id, position: 1, kind: 'file' as const, createdAt: now }
  const file = { id: 'f', registrationId: registration.id, questionId: 'q', name: 'x.pdf', type: 'pdf' as const }
  await db.transact(
    async (tx) => {
      await tx.insert(questions).values(question)
      await tx.insert(answerFiles).values({ ...file, bytes: 1, at: now })
    },
    { touches: 'nothing' },
  )
  mkdirSync(join(dataDir, 'answers'))
  writeFileSync(join(dataDir, 'answers', 'f'), noor.name)
  await db.close()
  // As it was before the erasure, which only the log knows of.
  writeFileSync(join(dataDir, 'erased.log'), `${now} ${registration.id}\n`)
  const server = await startServer(env)
  await server.kill('SIGTERM')
  const started = await openForTest(env.DATABASE_URL)
  expect(await names(started)).toEqual(['Sami', null])
  expect(await started.select().from(answerFiles)).toEqual([])
  expect(readdirSync(join(dataDir, 'answers'))).toEqual([])
})

test('the log of erasures names nobody, and is for nobody else on the machine to read', async () => {
  const { db, dataDir, project, kickoff, registration } = await place()
  await erase(db, filesInFolder(dataDir), project, kickoff, registration, now)
  const log = join(dataDir, 'erased.log')
  expect(readFileSync(log, 'utf8')).toBe(`${now} ${registration.id}\n`)
  expect(statSync(log).mode & 0o077).toBe(0)
})
