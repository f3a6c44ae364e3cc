import { expect, test } from 'vitest'
import { accessTable } from './access-table.ts'
import { dump } from './dump.ts'
import { foreignIds, fullWorld } from './full-world.ts'
import { form, signedInAs, type TestApp, testApp } from './world.ts'

type World = Awaited<ReturnType<typeof fullWorld>>
type Member = 'stranger' | 'outsider' | 'organiser' | 'owner'

const guarded = Object.entries(accessTable).filter(([, access]) => ['signed-in', 'organiser', 'owner'].includes(access))

test('every route is known here, with who may call it', async () => {
  const app = await testApp((await fullWorld({})).db)
  const all = Object.entries(app.accessTable).filter(([route]) => !route.startsWith('HEAD '))
  expect(Object.fromEntries(all)).toEqual(accessTable)
})

test('a stranger is led to the sign-in, and what they send is not taken', async () => {
  const here = await fullWorld({})
  const app = await testApp(here.db)
  const before = await dump(here.db)
  for (const [route] of guarded) {
    const answer = await call(app, here, route, 'stranger')
    const led = [answer.statusCode, answer.headers.location]
    expect([route, led]).toEqual([route, route.startsWith('GET ') ? [303, '/sign-in'] : [404, undefined]])
  }
  expect(await dump(here.db)).toEqual(before)
})

test('to an organiser of another project nothing is there, and nothing of theirs opens it', async () => {
  const here = await fullWorld({})
  const app = await testApp(here.db)
  await signedInAs(here.db, here.outsider)
  const before = await dump(here.db)
  for (const [route, access] of guarded) {
    if (access === 'signed-in') continue
    const answer = await call(app, here, route, 'outsider')
    expect([route, answer.statusCode]).toEqual([route, 404])
  }
  expect(await dump(here.db)).toEqual(before)
})

test('what only owners may do, organisers do not find', async () => {
  const here = await fullWorld({})
  const app = await testApp(here.db)
  await signedInAs(here.db, here.organiser)
  const before = await dump(here.db)
  for (const [route, access] of guarded) {
    if (access !== 'owner') continue
    const answer = await call(app, here, route, 'organiser')
    expect([route, answer.statusCode]).toEqual([route, 404])
  }
  expect(await dump(here.db)).toEqual(before)
})

test.each(guarded)('%s lets in whom it should', async (route, access) => {
  const here = await fullWorld({ size: 1 })
  const app = await testApp(here.db)
  const answer = await call(app, here, route, access === 'organiser' ? 'organiser' : 'owner')
  expect(answer.statusCode).toBeLessThan(500)
  expect(answer.statusCode).not.toBe(404)
})

test('things of another project are not found through one’s own', async () => {
  const here = await fullWorld({})
  const { project = '', meeting = '' } = here.ids
  const theirs = { ...here, ids: { ...(await foreignIds(here)), project, meeting } }
  const app = await testApp(here.db)
  await signedInAs(here.db, here.owner)
  const before = await dump(here.db)
  for (const [route, access] of guarded) {
    if (!foreignThing.test(route) || access === 'signed-in') continue
    const answer = await call(app, theirs, route, 'owner')
    expect([route, answer.statusCode]).toEqual([route, 404])
  }
  expect(await dump(here.db)).toEqual(before)
})

/** Routes with a thing inside the project in their address. */
const foreignThing = /:(registration|slot|room|letter|speaker|story|question)\b/

async function call(app: TestApp, here: World, route: string, member: Member) {
  const [method, pattern = ''] = route.split(' ')
  const url = pattern.replaceAll(/:(\w+)/g, (_, name: string) => here.ids[name] ?? name)
  const who = member === 'stranger' ? {} : await signedInAs(here.db, here[member])
  if (method === 'GET') return await app.inject({ url, headers: who })
  const body = form({ id: 'some-id', slot: here.ids.slotId ?? '', since: '2026-11-23T10:00:00Z' })
  return await app.inject({ method: 'POST', url, payload: body.payload, headers: { ...body.headers, ...who } })
}
