import { expect, test } from 'vitest'
import { checkIns, mailings } from '../../db/schema.ts'
import { writers } from '../../server/letters.ts'
import { audienceOf } from '../../server/mailings/audience.ts'
import { mailingsOf } from '../../server/mailings/queries.ts'
import { cancel } from '../../server/registrations/cancel.ts'
import { register } from '../../server/registrations/register.ts'
import { config } from '../mail/config.ts'
import { bringClass } from '../parties/cast.ts'
import { registrationBy } from '../registrations/places.ts'
import { form, now, signedInAs } from '../world.ts'
import { draftIn } from './cast.ts'
import { become, guest, mailingDesk } from './desk.ts'

const words = { 'subject.lv': 'Ņem ūdeni', 'text.lv': 'Būs karsts.' }

test('a mailing is counted while it is written, kept as a draft, looked at letter by letter, and changed', async () => {
  const desk = await mailingDesk(4)
  const { db, kickoff, get, send } = desk
  await become(desk, 1, { email: null, emailKey: null })
  const sketch = { kind: 'about', 'standing.confirmed': 'yes', 'languages.en': 'yes' }
  const partly = await send('/count', sketch, { 'hx-request': 'true', 'hx-target': 'div#reach' })
  expect(partly.body).toMatch(/^<div id="reach".*2 people get it/s)
  expect((await send('/count', { ...words, kind: 'about', 'standing.confirmed': 'yes' })).body).toContain(
    'Without an address: 1',
  )
  expect(await mailingsOf(db, kickoff)).toEqual([])

  const once = crypto.randomUUID()
  const whole = { ...words, kind: 'about', 'standing.confirmed': 'yes', once }
  for (const _ of [1, 2]) expect((await send('', whole)).headers.location).toMatch(`/mailings/${once}`)
  expect(await mailingsOf(db, kickoff)).toHaveLength(1)
  const { body } = await get(`/${once}`)
  for (const part of [
    '3 people get it',
    'Chose English and will read Latviešu: 2',
    'Latviešu: 1',
    '1 of 3',
    'Ņem ūdeni',
  ])
    expect(body).toContain(part)
  expect(body).not.toMatch(/\/mine\/[\w-]{20}/)

  const person = await registrationBy(db, guest(3))
  const sought = await get(`/${once}?search=${guest(3).name.replace(' ', '+')}`)
  expect([sought.body.includes('1 of 1'), sought.body.includes(guest(3).email)]).toEqual([true, true])
  const framed = await get(`/${once}/html?person=${person.id}`)
  expect(framed.headers['content-security-policy']).toMatch(/^sandbox; default-src 'none'/)
  expect(framed.body).toContain('Būs karsts.')

  await send(`/${once}`, { ...words, 'text.lv': 'Būs auksts.', kind: 'news', 'standing.waiting': 'yes' })
  const [changed] = await mailingsOf(db, kickoff)
  expect(changed).toMatchObject({ kind: 'news', text: { lv: 'Būs auksts.' }, audience: { standing: ['waiting'] } })
  await send(`/${once}/delete`)
  expect(await mailingsOf(db, kickoff)).toEqual([])
})

test('what lacks words or readers comes back with what is missing, as it was typed', async () => {
  const { db, kickoff, send } = await mailingDesk(1)
  const wrong: [Record<string, string>, string][] = [
    [{ ...words, kind: 'about' }, 'Tick at least one state'],
    [{ kind: 'about', 'standing.confirmed': 'yes', 'subject.lv': 'x' }, 'in at least one language'],
    [{ ...words, 'text.en': 'Hot.', kind: 'about', 'standing.confirmed': 'yes' }, 'both a subject and a text'],
    [{ ...words, kind: 'no such', 'standing.confirmed': 'yes' }, 'problems'],
    [{ ...words, kind: 'about', 'standing.confirmed': 'yes', 'groups.no-such': 'yes' }, 'problems'],
  ]
  for (const [fields, sentence] of wrong) {
    const { statusCode, body } = await send('', fields)
    expect([statusCode, body]).toEqual([422, expect.stringMatching(`id="problems"`)])
    if (sentence !== 'problems') expect(body).toMatch(new RegExp(sentence))
  }
  expect(await mailingsOf(db, kickoff)).toEqual([])
})

test('once it has started its words and its audience stay as they are', async () => {
  const desk = await mailingDesk(1)
  const mailing = await draftIn(desk)
  await desk.send(`/${mailing.id}/send`, { people: '1' })
  await desk.send(`/${mailing.id}`, { ...words, kind: 'news', 'standing.waiting': 'yes' })
  await desk.send(`/${mailing.id}/delete`)
  const [kept] = await mailingsOf(desk.db, desk.kickoff)
  expect(kept).toMatchObject({ kind: 'about', subject: mailing.subject, audience: { ...mailing.audience, people: 1 } })
  expect((await desk.get(`/${mailing.id}/edit`)).statusCode).toBe(404)
})

test('an audience is narrowed by standing, group, language and who came; one letter to each address', async () => {
  const desk = await mailingDesk(4, { takesClasses: true })
  const { db, project, kickoff, teachers } = desk
  await become(desk, 0, { groupId: teachers.id })
  await cancel(db, project, kickoff, await registrationBy(db, guest(1)), now)
  const came = await registrationBy(db, guest(2))
  await db.transact((tx) => tx.insert(checkIns).values({ registrationId: came.id, at: now }), { touches: 'nothing' })
  const found = async (audience: Parameters<typeof audienceOf>[2]) =>
    (await audienceOf(db, kickoff, audience, null)).map(({ name }) => name?.replace('Guest ', ''))
  expect(await found({ standing: ['confirmed'] })).toEqual(['0', '2', '3'])
  expect(await found({ standing: ['cancelled'] })).toEqual(['1'])
  expect(await found({ standing: ['confirmed'], groupIds: [teachers.id] })).toEqual(['0'])
  expect(await found({ standing: ['confirmed'], locales: ['lv'] })).toEqual(['3'])
  expect(await found({ standing: ['confirmed'], came: 'yes' })).toEqual(['2'])
  expect(await found({ standing: ['confirmed'], came: 'no' })).toEqual(['0', '3'])
  // Whoever has come back is not told that they left.
  await register(db, project, kickoff, { ...guest(1), groupId: teachers.id }, now)
  expect(await found({ standing: ['cancelled'] })).toEqual([])

  const { body } = await desk.get(`/${(await draftIn(desk)).id}`)
  expect(body).toContain('4 people get it')
  await bringClass(db, project, kickoff, { email: guest(3).email, pupils: 2, groupId: teachers.id })
  expect((await desk.get(`/${(await draftIn(desk)).id}`)).body).toContain('The same address again, so one letter: 1')
})

test('who came is noted from the start on, shown, narrowed by, and taken back; nobody is written to', async () => {
  const desk = await mailingDesk(2, { startsAt: now.add({ hours: 1 }) })
  const { app, db, organiser } = desk
  const person = await registrationBy(db, guest(0))
  const take = async (deed: string, step = 'do') => {
    const body = form({ deed, look: '', [`chosen.${person.id}`]: 'yes' })
    const headers = { ...body.headers, ...(await signedInAs(db, organiser)), 'accept-language': 'en' }
    const url = `/organise/gen-y-city/kickoff/registrations/${step}`
    return await app.inject({ method: 'POST', url, payload: body.payload, headers })
  }
  const came = async () => (await db.select().from(checkIns)).map(({ registrationId, by }) => [registrationId, by])
  expect((await take('came', 'plan')).body).toContain('has not begun yet')
  await take('came')
  expect(await came()).toEqual([])
  app.clock.now = desk.kickoff.startsAt.add({ minutes: 5 })
  expect((await take('came', 'plan')).body).toContain('Came: 1 registration')
  await Promise.all([take('came'), take('came')])
  expect(await came()).toEqual([[person.id, organiser.id]])
  const list = async (query: string) => {
    const headers = { ...(await signedInAs(db, organiser)), 'accept-language': 'en' }
    return (await app.inject({ url: `/organise/gen-y-city/kickoff/registrations?${query}`, headers })).body
  }
  expect((await list('came=yes')).match(/Guest \d<\/a>/g)).toEqual(['Guest 0</a>'])
  expect((await list('came=no&columns=came')).match(/Guest \d<\/a>/g)).toEqual(['Guest 1</a>'])
  for (const _ of [1, 2]) await take('absent')
  expect(await came()).toEqual([])
})

test('a letter whose mailing was stopped, or is gone, has nothing left to say', async () => {
  const desk = await mailingDesk(1)
  const { db, queued } = desk
  const mailing = await draftIn(desk)
  await desk.send(`/${mailing.id}/send`, { people: '1' })
  const [letter] = await queued(mailing)
  if (!letter) throw new Error('no letter')
  expect((await writers.message?.(db, letter, { config, now }))?.subject).toBe('Bring water')
  await db.transact((tx) => tx.update(mailings).set({ stoppedAt: now }), { touches: 'nothing' })
  expect(await writers.message?.(db, letter, { config, now })).toBeNull()
  expect(await writers.message?.(db, { ...letter, mailingId: 'none' }, { config, now })).toBeNull()
})
