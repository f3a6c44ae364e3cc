import { expect, test } from 'vitest'
import { eq } from '../../db/drizzle.ts'
import { participants, type Registration } from '../../db/schema.ts'
import { publishText } from '../../server/consents/publish-text.ts'
import { sayConsent } from '../../server/consents/say-consent.ts'
import { foundPage } from '../../server/registrations/desk/found.ts'
import { lookOf } from '../../server/registrations/desk/look.ts'
import { register } from '../../server/registrations/register.ts'
import { liga, mark, noor, sami, type Young } from '../cast.ts'
import { bringFriends } from '../parties/cast.ts'
import { fair } from '../workshops/fair.ts'
import { now, signedInAs, testApp, world } from '../world.ts'

const desk = '/organise/gen-y-city/kickoff/registrations'
const list = '<div class="table-wrap"'

type Here = Pick<Awaited<ReturnType<typeof world>>, 'db' | 'organiser'>

/** Who stands in the list, and the whole page. */
async function looking({ db, organiser }: Here) {
  const app = await testApp(db)
  const headers = await signedInAs(db, organiser)
  return async (query: string, format = '') => {
    const { body } = await app.inject({ url: `${desk}${format}?lang=en&${query}`, headers })
    const names = [...body.slice(body.indexOf(list)).matchAll(/<th scope="row"><a [^>]*>([^<]*)</g)]
    return { body, names: names.map(([, name]) => name).join(' ') }
  }
}

async function askedAboutPhotos() {
  const here = await world({ photoChannels: ['web', 'press'], friendsMost: 2 })
  const { db, project, kickoff, pupils } = here
  const come = async (person: Young) =>
    (await register(db, project, kickoff, { ...person, groupId: pupils.id, ageBand: 'adult' }, now)).registration
  const say = async (registration: Registration, agreed: boolean, more: object = {}) => {
    const how = { by: 'self', locale: 'en', textVersion: 'consent.text-1', ...more } as const
    const word = (tx: Parameters<typeof sayConsent>[0]) =>
      sayConsent(tx, registration, [{ channel: 'web', agreed }], how, now)
    await db.transact(word, { touches: 'nothing' })
  }
  return { ...here, come, say, look: await looking(here) }
}

test('who may be shown is found channel by channel; whoever was not asked may not', async () => {
  const { db, project, owner, come, say, look } = await askedAboutPhotos()
  await say(await come(noor), true)
  await say(await come(sami), false)
  await come(liga)
  expect((await look('photo.web=yes')).names).toBe('Noor')
  expect((await look('photo.web=no')).names).toBe('Sami Līga')
  expect((await look('photo.press=yes')).names).toBe('')
  const { body } = await look('columns=photo.web')
  const cells = [...body.matchAll(/<td class="said">((?:may|not answered)[^<]*)<\/td>/g)].map(([, cell]) => cell)
  expect(cells).toEqual(['may be shown', 'may not be shown', 'not answered, so not shown'])
  await publishText(db, project, { en: 'Other words' }, owner, now)
  expect((await look('photo.web=yes')).names).toBe('')
})

test('of a party all have to agree, and the list says how many have', async () => {
  const { db, project, kickoff, say, look } = await askedAboutPhotos()
  const friends = { name: 'Ilze', email: 'ilze@example.org', friends: ['Anna', 'Juris'] }
  const party = await bringFriends(db, project, kickoff, friends)
  const brought = await db.select().from(participants).where(eq(participants.registrationId, party.id))
  for (const by of ['organiser', 'self'] as const) await say(party, true, { by })
  await say(party, true, { by: 'organiser', participantId: brought[0]?.id })
  expect((await look('photo.web=yes')).names).toBe('')
  expect((await look('columns=photo.web', '.csv')).body).toContain('Ilze,2 of 3')
  expect(JSON.parse((await look('columns=photo.web', '.json')).body).registrations[0]['photo.web']).toEqual({
    ...{ yes: 2, of: 3 },
  })
  await say(party, true, { by: 'organiser', participantId: brought[1]?.id })
  expect((await look('photo.web=yes')).names).toBe('Ilze')
})

test('where nobody is asked about photos there is nothing to choose, nor where there are no workshops', async () => {
  const here = await world()
  const { body } = await (await looking(here))('')
  for (const name of ['photo.', 'show.photo', 'name="workshop"', 'show.workshops', '/answers"'])
    expect([name, body.includes(name)]).toEqual([name, false])
})

test('a workshop’s people are found, those in its line too, and what each chose stands in the list', async () => {
  const here = await fair({ bats: 1, radio: 3 })
  const { bats, radio, come, chooses, leaves } = here
  await come(noor, sami, liga)
  for (const person of [noor, sami]) await chooses(person, bats)
  await chooses(noor, radio)
  await chooses(liga, radio)
  await leaves(liga, radio)
  const look = await looking(here)
  expect((await look(`workshop=${bats.id}`)).names).toBe('Noor Sami')
  expect((await look(`workshop=${radio.id}`)).names).toBe('Noor')
  expect((await look('workshop=no-such')).names).toBe('')
  const { body } = await look('columns=workshops&sort=name', '.csv')
  expect(body.split('\r\n').slice(1, 4)).toEqual(['3,Līga,', '1,Noor,Sikspārņi · Radio', '2,Sami,Sikspārņi (in line)'])
})

test('a page of the list is the same whether the database counts or names are compared', async () => {
  const { db, project, kickoff, pupils } = await world()
  for (const person of [noor, sami, liga, mark])
    await register(db, project, kickoff, { ...person, groupId: pupils.id }, now)
  const pageOf = async (query: Record<string, string>) => await foundPage(db, kickoff, lookOf(query), 3)
  const [first, second] = [await pageOf({}), await pageOf({ page: '2' })]
  expect([first.ids.length, first.found, second.ids.length, second.found]).toEqual([3, 4, 1, 4])
  expect((await pageOf({ search: '@', page: '2' })).ids).toEqual(second.ids)
  expect(await pageOf({ page: '9' })).toEqual({ ids: [], found: 4 })
})
