import { expect, test } from 'vitest'
import { eq } from '../../db/drizzle.ts'
import { abuseReports, letters } from '../../db/schema.ts'
import { writers } from '../../server/letters.ts'
import { publicProject } from '../../server/projects/queries.ts'
import { crew } from '../crew.ts'
import { fullWorld } from '../full-world.ts'
import { form, now, signedInAs, testApp, world } from '../world.ts'

test('the person to turn to stands at the foot of every public page of the project', async () => {
  const { db, publicPages, project } = await fullWorld({})
  const app = await testApp(db)
  app.clock.now = Temporal.Now.instant()
  const isOfProject = (url: string) => !/^\/($|privacy|sign-in|join|door\/)|\/(embed|screen|hall)$/.test(url)
  const without = []
  for (const url of publicPages.filter(isOfProject)) {
    const { body, statusCode } = await app.inject({ url })
    if (statusCode === 200 && !body.includes(`href="/${project.slug}/help`)) without.push(url)
    if (statusCode === 200 && /\/(mine|speaker|child|guardian|story|unsubscribe)\//.test(url))
      expect([url, body.includes(`help?page`)]).toEqual([url, false])
  }
  expect(without).toEqual([])
})

test('who that is, is set with the project, with a way to reach them', async () => {
  const { db, owner } = await world()
  const app = await testApp(db)
  const headers = await signedInAs(db, owner)
  const set = async (fields: Record<string, string>) => {
    const sent = form(fields)
    const url = '/organise/gen-y-city/settings/trusted'
    return await app.inject({ method: 'POST', url, payload: sent.payload, headers: { ...sent.headers, ...headers } })
  }
  expect((await set({ trustedName: 'Dace Piemēre' })).statusCode).toBe(422)
  expect((await set({ trustedName: 'Dace Piemēre', trustedEmail: 'dace' })).statusCode).toBe(422)
  expect((await set({ trustedName: 'Dace Piemēre', trustedPhone: '+371 20000000' })).statusCode).toBe(303)
  expect(await publicProject(db, 'gen-y-city')).toMatchObject({ trustedName: 'Dace Piemēre' })
  const { body } = await app.inject({ url: '/gen-y-city/help' })
  expect(body).toContain('tel:+37120000000')
  expect((await app.inject({ url: '/gen-y-city' })).body).toContain('Dace Piemēre, +371 20000000')
})

test('what is reported is told to those who organise, once an hour at most, and read in the system alone', async () => {
  const here = await world()
  const { db, owner, organiser } = here
  await crew(here)
  const app = await testApp(db)
  const report = async (words: string) => {
    const sent = form({ words, page: '/gen-y-city/ideas' })
    const url = '/gen-y-city/help'
    expect((await app.inject({ method: 'POST', url, ...sent })).statusCode).toBe(303)
  }
  const queued = async () =>
    (await db.select().from(letters).where(eq(letters.kind, 'abuse-reported'))).toSorted((a, b) =>
      Temporal.Instant.compare(a.dueAt, b.dueAt),
    )
  for (const words of ['Te lamājas.', 'Te lamājas.', 'Un te arī.']) await report(words)
  expect((await queued()).map(({ organiserId }) => organiserId).sort()).toEqual([owner.id, organiser.id].sort())
  const [letter] = await queued()
  const config = { publicUrl: 'https://kopa.example.org', mailFrom: 'kopa@example.org', readsMail: false }
  const written = async () => letter && (await writers['abuse-reported']?.(db, letter, { config, now }))
  expect((await written())?.text).toMatch(/2 ziņojumi[\s\S]*\/organise\/gen-y-city\/dialogue\/reports/)
  expect((await written())?.text).not.toContain('lamājas')

  await db.transact((tx) => tx.update(letters).set({ sentAt: now }), { touches: 'nothing' })
  app.clock.now = now.add({ minutes: 5 })
  await report('Vēl viens.')
  expect((await queued()).slice(2).map(({ dueAt }) => dueAt)).toEqual(Array(2).fill(now.add({ hours: 1 })))
  await db.transact((tx) => tx.update(abuseReports).set({ closedAt: now }), { touches: 'nothing' })
  expect(await written()).toBeNull()
})
