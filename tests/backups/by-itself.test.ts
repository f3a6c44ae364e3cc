import { existsSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { run } from '../commands/run.ts'
import { freshFolder } from '../database.ts'
import { startServer } from '../server.ts'

test('with BACKUP_TO the server takes one by itself, once in its time; doctor says when one is overdue', async () => {
  const [to, dataDir] = [freshFolder(), freshFolder()]
  const env = { DATABASE_URL: `sqlite:${join(dataDir, 'kopa.db')}`, DATA_DIR: dataDir, BACKUP_TO: to }
  const server = await startServer(env)
  await vi.waitUntil(() => existsSync(join(dataDir, 'last-backup')), { timeout: 20_000 })
  await server.kill('SIGTERM')
  expect(readdirSync(to)).toEqual([expect.stringMatching(/^kopa-.*\.tar$/)])

  const again = await startServer(env)
  await again.kill('SIGTERM')
  expect(readdirSync(to)).toHaveLength(1)
  expect((await run('doctor', [], env)).output).toMatch(/^ok +backups: the last one taken here is of /m)

  writeFileSync(join(dataDir, 'last-backup'), `${Temporal.Now.instant().subtract({ hours: 26 })}\n`)
  expect(await run('doctor', [], env)).toMatchObject({
    code: 1,
    output: expect.stringMatching(/^NOT OK {2}backups: /m),
  })
})

test('backups that fail are counted, and the log says why', async () => {
  const [folder, dataDir] = [freshFolder(), freshFolder()]
  writeFileSync(join(folder, 'a-file'), 'in the way')
  const env = {
    DATABASE_URL: `sqlite:${join(dataDir, 'kopa.db')}`,
    DATA_DIR: dataDir,
    BACKUP_TO: join(folder, 'a-file'),
  }
  const server = await startServer(env)
  const metrics = async () => await (await fetch(`${server.url}/metrics`)).text()
  await vi.waitFor(async () => expect(await metrics()).toMatch(/^kopa_backup_failures 1$/m), { timeout: 20_000 })
  expect(await metrics()).toMatch(/^kopa_backup_overdue 1$/m)
  await server.line(/"job":"back up","msg":"a periodic job failed"/)
})
