import { expect, test } from 'vitest'
import { locales } from '../../db/languages.ts'
import { launchBrowser } from '../browser.ts'
import { visit } from '../organisers/visits.ts'
import { lookAt } from '../pages/look.ts'
import { startServer } from '../server.ts'
import { guarded, second, withLink } from './cast.ts'

test('the page between letter and session holds for every eye', { timeout: 60_000 }, async () => {
  const here = await guarded()
  here.app.clock.now = Temporal.Now.instant()
  const { browser } = await withLink(here.app, here.db, here.owner)
  await here.app.close()
  await here.db.close()
  const server = await startServer({ DATABASE_URL: here.db.url })
  const chromium = await launchBrowser()
  try {
    const cookie = [...browser].map((pair) => pair.join('=')).join('; ')
    const context = await chromium.newContext({ extraHTTPHeaders: { cookie } })
    await lookAt(context, server.url, '/sign-in/second')
  } finally {
    await chromium.close()
  }
})

test('what is shown once is in the reader’s language, and kept nowhere', async () => {
  const { app, browser } = await guarded()
  const heads = []
  for (const locale of locales) {
    const headers = { 'accept-language': locale }
    const answer = await visit(app, browser, { method: 'POST', url: `${second}/recovery-codes`, headers })
    expect(answer.headers['cache-control']).toBe('private, no-store')
    heads.push(/<h1>(.*?)<\/h1>/.exec(answer.body)?.[1])
  }
  expect(heads).toEqual(['Atkopšanas kodi', 'Recovery codes', 'Коды восстановления', 'Коди відновлення'])
})
