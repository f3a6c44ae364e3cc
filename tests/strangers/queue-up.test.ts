import Fastify from 'fastify'
import { expect, test } from 'vitest'
import { letCrowdsQueueUp } from '../../server/queue-up.ts'

test('whoever reads passes a crowd whose forms came before, and the crowd is let in in its order', async () => {
  const { app, seen } = crowded()
  const forms = Array.from({ length: 40 }, (_, n) => app.inject({ method: 'POST', url: `/forms/${n}` }))
  const page = app.inject('/page')
  const answers = await Promise.all([...forms, page])
  expect(answers.map(({ statusCode }) => statusCode)).toEqual(answers.map(() => 200))
  expect(seen.filter((one) => one !== 'page')).toEqual([...forms.keys()].map(String))
  expect(seen.indexOf('page')).toBeLessThan(10)
})

test('organisers pass a crowd too', async () => {
  const { app, seen } = crowded()
  const forms = Array.from({ length: 40 }, (_, n) => app.inject({ method: 'POST', url: `/forms/${n}` }))
  await Promise.all([...forms, app.inject({ method: 'POST', url: '/organise' })])
  expect(seen.indexOf('organiser')).toBeLessThan(10)
})

test('one who comes alone does not wait', async () => {
  const { app, seen } = crowded()
  for (const n of [1, 2, 3, 4, 5, 6, 7, 8]) await app.inject({ method: 'POST', url: `/forms/${n}` })
  expect(seen).toEqual(['1', '2', '3', '4', '5', '6', '7', '8'])
})

function crowded() {
  const app = Fastify()
  const seen: string[] = []
  letCrowdsQueueUp(app)
  app.post<{ Params: { n: string } }>('/forms/:n', { config: { access: 'anyone' } }, async ({ params }) => {
    seen.push(params.n)
    return 'kept'
  })
  app.post('/organise', { config: { access: 'organiser' } }, async () => {
    seen.push('organiser')
    return 'kept'
  })
  app.get('/page', { config: { access: 'anyone' } }, async () => {
    seen.push('page')
    return 'page'
  })
  return { app, seen }
}
