import { expect, test } from 'vitest'
import { eq } from '../../db/drizzle.ts'
import { meetings, projects } from '../../db/schema.ts'
import { accessTable } from '../access-table.ts'
import { dump } from '../dump.ts'
import { fullWorld } from '../full-world.ts'
import { addressOf } from '../nonsense/addresses.ts'
import { form, signedInAs, testApp } from '../world.ts'

const open = Object.keys(accessTable).filter((route) => accessTable[route] === 'anyone')

test.each([
  ['a draft', '/:meeting'],
  ['a project that is not published', '/:project'],
])('of %s nothing is there for the public, whoever asks', async (what, parameter) => {
  const { db, ids, kickoff, project, outsider } = await fullWorld({})
  await db.transact(
    async (tx) => {
      if (parameter === '/:meeting')
        await tx.update(meetings).set({ status: 'draft' }).where(eq(meetings.id, kickoff.id))
      else await tx.update(projects).set({ publishedAt: null }).where(eq(projects.id, project.id))
    },
    { touches: 'everything' },
  )
  const app = await testApp(db)
  app.clock.now = Temporal.Now.instant()
  const signedIn = await signedInAs(db, outsider, app.clock.now)
  const before = await dump(db)
  const routes = open.filter((route) => route.includes(parameter))
  expect([what, routes.length]).toEqual([what, expect.toSatisfy((number: number) => number > 15)])
  for (const headers of [{}, signedIn])
    for (const route of routes) {
      const url = addressOf(route, ids)
      const sent = form({ name: 'Noor', email: 'somebody@example.org', group: '', deed: 'save' })
      const asked = route.startsWith('GET ')
        ? await app.inject({ url, headers })
        : await app.inject({ method: 'POST', url, payload: sent.payload, headers: { ...sent.headers, ...headers } })
      expect([route, asked.statusCode]).toEqual([route, 404])
    }
  expect(await dump(db)).toEqual(before)
})
