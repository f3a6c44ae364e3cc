import { expect, test } from 'vitest'
import { readConfig } from '../../server/config.ts'
import { filesOf } from '../../server/files/files-of.ts'
import { publicMeeting } from '../../server/meetings/queries.ts'
import { keepSignUps } from '../../server/registrations/kept-sign-ups.ts'
import { register } from '../../server/registrations/register.ts'
import { noor } from '../cast.ts'
import { youngMeeting } from '../guardianships/cast.ts'
import { ask } from '../questions/cast.ts'
import { form, now, testApp, world } from '../world.ts'

const address = { project: 'gen-y-city', meeting: 'kickoff' }

test('what is asked at sign-up is asked of whoever comes next, and of nobody before', async () => {
  const here = await world()
  const app = await testApp(here.db)
  const send = async (name: string) => {
    const fields = { name, email: `${name}@example.org`, group: here.pupils.id }
    return (await app.inject({ method: 'POST', url: '/gen-y-city/kickoff/register', ...form(fields) })).statusCode
  }
  expect([await send('noor'), await send('sami')]).toEqual([303, 303])
  await ask(here, 'yes-no', 'Ēdīsi?', { required: true })
  expect([await send('liga'), await send('anna')]).toEqual([422, 422])
})

const config = readConfig({})
const files = filesOf(config)

test('it is read once for a crowd, also when somebody takes a place, and anew once anything else is written', async () => {
  const here = await world()
  const { db, project, kickoff, pupils } = here
  const signUpAt = keepSignUps({ db, files, now: () => now, config })
  const [first, second] = [await signUpAt(address), await signUpAt(address)]
  expect(second).toBe(first)
  expect(first?.found).toEqual(await publicMeeting(db, address))
  expect(first?.formIn('lv')).toBe(second?.formIn('lv'))
  expect(first?.formIn('en')).not.toBe(first?.formIn('lv'))
  await register(db, project, kickoff, { ...noor, groupId: pupils.id }, now)
  expect(await signUpAt(address)).toBe(first)
  await ask(here, 'yes-no', 'Ēdīsi?', { required: true })
  expect((await signUpAt(address))?.asked.questions).toHaveLength(1)
})

test('where the age is asked it holds for a day, and what the public may not see is not there', async () => {
  const { db } = await youngMeeting()
  const clock = { now }
  const signUpAt = keepSignUps({ db, files, now: () => clock.now, config })
  const today = (await signUpAt(address))?.asked.age?.today
  clock.now = now.add({ hours: 24 })
  expect((await signUpAt(address))?.asked.age?.today).toEqual(today?.add({ days: 1 }))
  expect(await signUpAt({ ...address, meeting: 'nowhere' })).toBeNull()
})
