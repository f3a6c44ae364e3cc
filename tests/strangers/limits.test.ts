import { expect, test } from 'vitest'
import { locales } from '../../db/languages.ts'
import { registrations } from '../../db/schema.ts'
import { accessTable } from '../access-table.ts'
import { addressOf } from '../nonsense/addresses.ts'
import { form, testApp, world } from '../world.ts'
import { publicForms } from './public-forms.ts'

/** How many of them one address on the network may send in ten minutes. */
const limits: Record<string, number> = {
  'POST /:project/:meeting/call': 120,
  'POST /:project/:meeting/register': 1200,
  'POST /:project/:meeting/register/class': 120,
  'POST /:project/:meeting/register/further': 1200,
  'POST /:project/:meeting/room': 1200,
  'POST /:project/:meeting/room/:voice/vote': 3000,
  'POST /:project/:meeting/photos/:photo': 30,
  'POST /:project/:meeting/polls/:poll': 3000,
  'POST /:project/call': 120,
  'POST /:project/help': 60,
  'POST /:project/ideas': 120,
  'POST /:project/ideas/:voice/vote': 1200,
  'POST /join': 3000,
  'POST /sign-in': 60,
}

const far = { host: 'kopa.example.org' }

async function house() {
  const here = await world()
  const app = await testApp(here.db)
  const send = async (route: string, from: string, headers: Record<string, string> = {}) => {
    // Counted before anything is looked for, so it may be nowhere, which is quicker.
    const url = addressOf(route, { project: 'nowhere', meeting: 'nothing' })
    const sent = { method: 'POST' as const, url, remoteAddress: from, payload: '' }
    const type = form({}).headers
    return await app.inject({ ...sent, headers: { ...type, ...far, ...headers } })
  }
  return { ...here, app, send }
}

test('every form that anybody can send has its limit', () => {
  const open = Object.keys(publicForms).filter((route) => accessTable[route] === 'anyone')
  expect(Object.keys(limits)).toEqual(open)
})

test.each(Object.entries(limits))(
  '%s is taken %i times, not once more, and from elsewhere all the same',
  async (route, most) => {
    const { send } = await house()
    const before = (await send(route, '203.0.113.1')).statusCode
    for (let i = 1; i < most; i++) if ((await send(route, '203.0.113.1')).statusCode === 429) throw new Error(`${i}`)
    const refused = await send(route, '203.0.113.1')
    expect(refused.statusCode).toBe(429)
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(500)
    expect((await send(route, '203.0.113.2')).statusCode).toBe(before)
  },
)

test('what is said of it is in the reader’s language, and nothing is taken', async () => {
  const { db, send } = await house()
  const route = 'POST /sign-in'
  for (let i = 0; i < 60; i++) await send(route, '203.0.113.1')
  const said = []
  for (const locale of locales) {
    const { body } = await send(route, '203.0.113.1', { 'accept-language': locale })
    said.push(/<h1>.*?<p[^>]*>(.*?)<\/p>/s.exec(body)?.[1])
  }
  expect(said).toEqual([
    'No šī tīkla, varbūt no visas skolas, nupat pienāca pārāk daudz veidlapu, un šī netika pieņemta. To var nosūtīt vēlreiz pēc 10 minūtēm.',
    'Too many forms have just come from this network, perhaps from a whole school, and this one was not taken. It can be sent again in 10 minutes.',
    'Из этой сети, возможно из целой школы, только что пришло слишком много форм, и эта не принята. Отправить её ещё раз можно через 10 минут.',
    'Із цієї мережі, можливо з цілої школи, щойно надійшло забагато форм, і цю не прийнято. Надіслати її ще раз можна через 10 хвилин.',
  ])
  expect(await db.select().from(registrations)).toEqual([])
})

test('an address that somebody only claims to come from counts for nothing', async () => {
  const { send } = await house()
  const claims = (i: number) => send('POST /sign-in', '203.0.113.1', { 'x-forwarded-for': `198.51.100.${i}` })
  const answers = []
  for (let i = 0; i <= 60; i++) answers.push((await claims(i)).statusCode)
  expect([answers.at(59), answers.at(60)]).toEqual([422, 429])
})

test('a proxy on this machine does not make everybody one of the house', async () => {
  const { send } = await house()
  const proxied = (i: number) =>
    send('POST /sign-in', '127.0.0.1', { host: 'localhost', 'x-forwarded-for': `198.51.100.${i}` })
  const answers = []
  for (let i = 0; i <= 60; i++) answers.push((await proxied(i)).statusCode)
  expect(answers.at(60)).toBe(429)
})
