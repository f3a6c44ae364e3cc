import { expect, test } from 'vitest'
import { publicProject } from '../../server/projects/queries.ts'
import { fullWorld } from '../full-world.ts'
import { form, signedInAs, testApp, world } from '../world.ts'

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
