import { expect, test } from 'vitest'
import { signInLinkFor } from '../../server/organisers/sign-in.ts'
import { now, testApp, world } from '../world.ts'
import { ask, type Browser, visit } from './visits.ts'

const https = { PUBLIC_URL: 'https://kopa.example.org' }

test('on https the cookies are for this host alone and never travel in the clear', async () => {
  const { asked, entered } = await cookiesWith(https)
  const flags = { path: '/', httpOnly: true, sameSite: 'Lax', secure: true }
  expect(asked).toEqual([{ name: '__Host-asking', ...flags, maxAge: 600 }])
  expect(entered).toContainEqual({ name: '__Host-session', ...flags, maxAge: 30 * 24 * 3600 })
})

test('behind a trusted proxy that speaks https it is the same', async () => {
  const { entered } = await cookiesWith({ TRUST_PROXY: '127.0.0.1' }, { 'x-forwarded-proto': 'https' })
  expect(entered.map(({ name }) => name)).toContain('__Host-session')
})

test('a proxy nobody trusts changes nothing', async () => {
  const { entered } = await cookiesWith({}, { 'x-forwarded-proto': 'https' })
  expect(entered.map(({ name }) => name)).toContain('session')
})

test('on http they go without the prefix', async () => {
  const { asked, entered } = await cookiesWith({})
  const flags = { path: '/', httpOnly: true, sameSite: 'Lax' }
  expect(asked).toEqual([{ name: 'asking', ...flags, maxAge: 600 }])
  expect(entered).toContainEqual({ name: 'session', ...flags, maxAge: 30 * 24 * 3600 })
})

test('on https a session in the plain cookie, which a neighbouring host could plant, does not count', async () => {
  const { db } = await world()
  const app = await testApp(db, https)
  const browser: Browser = new Map()
  await visit(app, browser, { method: 'POST', url: `/sign-in/${await signInLinkFor(db, 'ilze@example.org', now)}` })
  const id = browser.get('__Host-session') ?? ''

  const statuses = []
  for (const name of ['__Host-session', 'session'])
    statuses.push((await visit(app, new Map([[name, id]]), { url: '/organise' })).statusCode)
  expect(statuses).toEqual([200, 303])
})

async function cookiesWith(env: Record<string, string>, headers: Record<string, string> = {}) {
  const { db } = await world()
  const app = await testApp(db, env)
  const asked = await ask(app, new Map(), 'ilze@example.org', headers)
  const url = `/sign-in/${await signInLinkFor(db, 'ilze@example.org', now)}`
  const entered = await visit(app, new Map(), { method: 'POST', url, headers })
  return { asked: flagsOf(asked), entered: flagsOf(entered) }
}

function flagsOf({ cookies }: Awaited<ReturnType<typeof ask>>) {
  return cookies.map(({ value: _, ...flags }) => flags)
}
