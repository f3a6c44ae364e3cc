import { execFile } from 'node:child_process'
import { expect, test } from 'vitest'
import { organisers } from '../../db/schema.ts'
import { freshDatabase } from '../database.ts'
import { signedInAs, testApp, world } from '../world.ts'
import { type Browser, linksOf, visit } from './visits.ts'

test('npm run organiser makes the organiser and prints a link that any browser may use once', async () => {
  const db = await freshDatabase()
  const { output, code } = await run(['Andris@example.org'], db.url)
  expect(code).toBe(0)
  const made = await db.select().from(organisers)
  expect(made.map(({ name, email }) => ({ name, email }))).toEqual([{ name: 'Andris', email: 'andris@example.org' }])

  const app = await testApp(db)
  app.clock.now = Temporal.Now.instant()
  const browser: Browser = new Map()
  const url = output.match(/http:\/\/localhost:3000(\/sign-in\/[\w-]{43})/)?.[1] ?? output
  expect((await visit(app, browser, { method: 'POST', url })).headers.location).toBe('/organise')
  expect((await visit(app, new Map(), { method: 'POST', url })).statusCode).toBe(404)
})

test('for an organiser who is there already it only prints a link', async () => {
  const db = await freshDatabase()
  await run(['andris@example.org'], db.url)
  await run(['andris@example.org'], db.url)
  expect([(await db.select().from(organisers)).length, (await linksOf(db)).length]).toEqual([1, 2])
})

test('with --sign-out it ends all sessions of that organiser, and of nobody else', async () => {
  const { db, owner, outsider } = await world()
  const app = await testApp(db)
  const [theirs, foreign] = [await signedInAs(db, owner), await signedInAs(db, outsider)]
  const { output, code } = await run(['--sign-out', 'Ilze@example.org'], db.url)
  expect([code, output.trim()]).toEqual([0, 'Ilze@example.org is signed out everywhere (sessions ended: 1).'])
  const home = async (headers: { cookie: string }) => (await app.inject({ url: '/organise', headers })).statusCode
  expect([await home(theirs), await home(foreign), await linksOf(db)]).toEqual([303, 200, []])
})

test('whom it cannot sign out, it says, and makes nobody', async () => {
  const db = await freshDatabase()
  for (const given of [['--sign-out', 'nobody@example.org'], ['--sign-out'], ['--sign-in', 'ilze@example.org']]) {
    const { code, output, complaint } = await run(given, db.url)
    expect([code, output, complaint.trim().split('\n').length]).toEqual([1, '', 1])
  }
  expect(await db.select().from(organisers)).toEqual([])
})

test('a wrong address, none, or two are one sentence and exit code 1', async () => {
  const db = await freshDatabase()
  for (const given of [['andris@'], [], ['a@example.org', 'b@example.org']]) {
    const { code, output, complaint } = await run(given, db.url)
    expect([code, output, complaint.trim().split('\n').length]).toEqual([1, '', 1])
  }
  expect(await db.select().from(organisers)).toEqual([])
})

function run(given: string[], url: string): Promise<{ code: number; output: string; complaint: string }> {
  const env = { ...process.env, DATABASE_URL: url, PUBLIC_URL: '', PORT: '' }
  return new Promise((resolve) => {
    execFile(process.execPath, ['server/commands/organiser.ts', ...given], { env }, (error, output, complaint) =>
      resolve({ code: Number(error?.code ?? 0), output, complaint }),
    )
  })
}
