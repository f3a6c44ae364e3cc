import { execFile } from 'node:child_process'
import { expect, test } from 'vitest'
import { authenticators, passkeys, recoveryCodes, sessions } from '../../db/schema.ts'
import { dump } from '../dump.ts'
import { visit } from '../organisers/visits.ts'
import { signedInAs } from '../world.ts'
import { guarded, toldOf, withLink } from './cast.ts'

test('whoever has lost everything is helped on the operator’s terminal: sessions end, and a letter tells them', async () => {
  const { db, app, owner, organiser, browser } = await guarded()
  await signedInAs(db, organiser)
  const half = await withLink(app, db, owner)
  const { code, output } = await run(['--forget-second-factor', 'Ilze@Example.org'], db.url)
  expect([code, output]).toEqual([0, expect.stringContaining('All their sessions have ended')])
  for (const table of [authenticators, passkeys, recoveryCodes]) expect(await db.select().from(table)).toEqual([])
  expect((await db.select().from(sessions)).map(({ organiserId }) => organiserId)).toEqual([organiser.id])
  expect((await visit(app, browser, { url: '/organise' })).headers.location).toBe('/sign-in')
  expect((await visit(app, half.browser, { url: '/sign-in/second' })).headers.location).toBe('/sign-in')
  expect((await toldOf(db, owner)).sort()).toEqual(['app-added', 'forgotten'])
  expect((await withLink(app, db, owner)).location).toBe('/organise')
})

test('of somebody who has none, or is nobody here, it changes nothing and says so', async () => {
  const { db, organiser } = await guarded()
  const before = await dump(db)
  const none = await run(['--forget-second-factor', organiser.email], db.url)
  expect([none.code, none.output]).toEqual([0, `${organiser.email} has no second factor.\n`])
  const unknown = await run(['--forget-second-factor', 'nobody@example.org'], db.url)
  expect([unknown.code, unknown.complaint]).toEqual([1, expect.stringContaining('Nobody organises here')])
  for (const given of [['--forget-second-factor'], ['--forget-second-factor', organiser.email, organiser.email]])
    expect((await run(given, db.url)).code).toBe(1)
  expect(await dump(db)).toEqual(before)
})

test('the link that the terminal prints asks for the second factor too', async () => {
  const { db, app, owner, secret } = await guarded()
  const { browser, location } = await withLink(app, db, owner)
  expect([location, browser.has('session'), secret.length]).toEqual(['/sign-in/second', false, 32])
})

function run(given: string[], url: string): Promise<{ code: number; output: string; complaint: string }> {
  const env = { ...process.env, DATABASE_URL: url, PUBLIC_URL: '', PORT: '' }
  return new Promise((resolve) => {
    execFile(process.execPath, ['server/commands/organiser.ts', ...given], { env }, (error, output, complaint) =>
      resolve({ code: Number(error?.code ?? 0), output, complaint }),
    )
  })
}
