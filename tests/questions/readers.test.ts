import { expect, test } from 'vitest'
import { register } from '../../server/registrations/register.ts'
import { noor } from '../cast.ts'
import { now, signedInAs, testApp, world } from '../world.ts'
import { answerEverything, ask } from './cast.ts'

const path = '/organise/gen-y-city/kickoff/answers'

test('everybody who organises sees the numbers; what was written, only those named with the question', async () => {
  const here = await world()
  await register(here.db, here.project, here.kickoff, { ...noor, groupId: here.pupils.id }, now)
  await ask(here, 'choice', 'Ko ēd?', { visibleTo: [] })
  await ask(here, 'text', 'Visiem', { visibleTo: ['organiser'] })
  await ask(here, 'text', 'Dažiem', { visibleTo: [] })
  await answerEverything(here.db, here.kickoff, 'unmistakable')
  const app = await testApp(here.db)
  const seen = async (who: { id: string }) => {
    const answer = await app.inject({ url: `${path}?lang=en`, headers: await signedInAs(here.db, who) })
    return { status: answer.statusCode, times: answer.body.split('unmistakable').length - 1, body: answer.body }
  }
  const [owner, organiser, outsider] = [await seen(here.owner), await seen(here.organiser), await seen(here.outsider)]
  expect([owner.status, owner.times]).toEqual([200, 2])
  expect([organiser.status, organiser.times]).toEqual([200, 1])
  expect([outsider.status, outsider.times]).toEqual([404, 0])
  for (const { body } of [owner, organiser]) {
    expect(body).toContain('<th scope="row">Vegetarian</th><td class="number">1</td>')
    expect(body).not.toContain(noor.name)
    expect(body).not.toContain(noor.email)
  }
  expect(organiser.body).toContain('only those named with the question can read')
})

test('who has no place is not counted', async () => {
  const here = await world({ capacity: 1 })
  for (const email of ['noor@example.org', 'sami@example.org'])
    await register(here.db, here.project, here.kickoff, { ...noor, email, groupId: here.pupils.id }, now)
  await ask(here, 'yes-no', 'Ēdīsi?')
  await answerEverything(here.db, here.kickoff, 'x')
  const app = await testApp(here.db)
  const { body } = await app.inject({ url: `${path}?lang=en`, headers: await signedInAs(here.db, here.owner) })
  expect(body).toContain('<th scope="row">yes</th><td class="number">1</td>')
})
