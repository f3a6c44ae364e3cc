import { expect, test } from 'vitest'
import { letters, receivedMail } from '../../db/schema.ts'
import { takeIn } from '../../server/inbound/take-in.ts'
import { forgetReceived } from '../../server/inbound/taken-in.ts'
import { cancelMeeting } from '../../server/meetings/cancel-meeting.ts'
import { editMeeting } from '../../server/meetings/edit-meeting.ts'
import { invite } from '../../server/registrations/places/invite.ts'
import { register } from '../../server/registrations/register.ts'
import { liga, noor, sami } from '../cast.ts'
import { post, postOffice } from '../mail/post-office.ts'
import { asItIs } from '../meetings/input.ts'
import { lettersTo, lettersWent, places, registrationBy } from '../registrations/places.ts'
import { now, signedInAs, testApp, world } from '../world.ts'
import { allElse, bringsOthers, config, invited, later, outcomes } from './invited.ts'
import { reply, shapes } from './mails.ts'

test.for(Object.keys(shapes) as (keyof typeof shapes)[])(
  'a no in the calendar frees the place and says so, as %s sends it; the next in line is offered it',
  async (name) => {
    const { db, answer } = await invited()
    await answer(shapes[name])
    expect(await outcomes(db)).toEqual(['declined'])
    const [noors, samis] = [await registrationBy(db, noor), await registrationBy(db, sami)]
    expect([noors.status, samis.status]).toEqual(['cancelled', 'offered'])
    expect(await lettersTo(db, noor)).toEqual(['confirmation', 'left'])
    expect(await lettersTo(db, sami)).toEqual(['offer', 'waiting'])
  },
)

test('the letter says that it was their calendar, and how to come back; their calendar lets go of the entry', async () => {
  const { db, answer } = await invited()
  const office = await postOffice()
  await answer(shapes.outlook)
  await post(db, office.url, later, { config })
  const letter = office.received.find(({ to }) => to[0] === noor.email)
  expect(letter?.mail.text).toMatch(/Your calendar told us that you can’t come/)
  expect(letter?.mail.text).toMatch(/\/gen-y-city\/kickoff\/register/)
  expect(letter?.raw).toContain('method=CANCEL')
})

test('the same answer again, or the same no in another message, changes nothing', async () => {
  const { db, answer } = await invited()
  await answer(shapes.gmail, { id: 'one@example.org' })
  const before = await allElse(db)
  await answer(shapes.gmail, { id: 'one@example.org' })
  expect(await db.select().from(receivedMail)).toHaveLength(1)
  await answer(shapes.apple, { id: 'two@example.org' })
  expect(await allElse(db)).toEqual(before)
  expect(await outcomes(db)).toEqual(['declined', 'ended'])
})

test('yes and maybe keep the place, and change nothing else', async () => {
  const { db, answer } = await invited()
  const before = await allElse(db)
  await answer(shapes.apple, { partstat: 'ACCEPTED', at: '20261124T080000Z' })
  await answer(shapes.thunderbird, { partstat: 'TENTATIVE' })
  expect(await allElse(db)).toEqual(before)
  expect((await outcomes(db)).sort()).toEqual(['accepted', 'tentative'])
})

test('of two answers that overtook each other the later one counts', async () => {
  const { db, answer } = await invited()
  const before = await allElse(db)
  await answer(shapes.gmail, { partstat: 'ACCEPTED', at: '20261124T091500Z' })
  await answer(shapes.gmail, { partstat: 'DECLINED', at: '20261124T091400Z' })
  expect(await allElse(db)).toEqual(before)
  expect((await outcomes(db)).sort()).toEqual(['accepted', 'overtaken'])
})

test('a no to how the meeting was before is shown to organisers, and frees nothing', async () => {
  const { db, kickoff, registration, project, owner, answer } = await invited()
  for (const [i, address] of ['Brīvības iela 1', 'Brīvības iela 2', 'Brīvības iela 3'].entries()) {
    const at = now.add({ hours: i + 1 })
    await editMeeting(db, project, kickoff, { ...asItIs(kickoff), address }, owner, at)
    await lettersWent(db, at)
  }
  const before = await allElse(db)
  await answer(shapes.outlook, { sequence: 2 })
  expect(await allElse(db)).toEqual(before)
  const app = await testApp(db)
  const url = `/organise/${project.slug}/${kickoff.slug}/registrations/${registration.id}`
  const page = await app.inject({ url, headers: await signedInAs(db, owner) })
  expect(page.body).toContain('Kalendārā atbildēja par tikšanos, kāda tā bija agrāk')
  await answer(shapes.outlook, { sequence: 3 })
  expect((await registrationBy(db, noor)).status).toBe('cancelled')
  const after = await app.inject({ url, headers: await signedInAs(db, owner) })
  expect(after.body).toContain('Kalendārā atteicās, un vieta atbrīvojās.')
})

test('whoever came back after a no is not sent away again by a late copy of it', async () => {
  const { db, project, kickoff, answer } = await invited({ capacity: 5 })
  await answer(shapes.gmail)
  await register(db, project, kickoff, { ...noor, groupId: null }, later)
  const before = await allElse(db)
  await answer(shapes.gmail)
  expect(await allElse(db)).toEqual(before)
  expect((await registrationBy(db, noor)).status).toBe('confirmed')
})

test('one tap does not cost those who come together their places: whoever brings them is asked, once a day', async () => {
  const { db, registration, answer } = await invited()
  await bringsOthers(db, registration, 12)
  await answer(shapes.outlook)
  await answer(shapes.outlook, { at: '20261124T100000Z' })
  expect(await lettersTo(db, noor)).toEqual(['confirmation', 'still-coming'])
  expect((await registrationBy(db, noor)).status).toBe('confirmed')
  const office = await postOffice()
  await post(db, office.url, later, { config })
  expect(office.received[0]?.mail.text).toMatch(/kept all your places for now.*give them back on your page/s)
})

test('a yes takes the place that is kept for somebody, and none where there is none', async () => {
  const { db, project, kickoff, owner } = await world({ capacity: 1 })
  const guest = { ...liga, groupId: null, seats: 1 }
  await invite(db, project, kickoff, guest, now.add({ hours: 48 }), owner, now)
  await register(db, project, kickoff, { ...sami, groupId: null }, now)
  for (const person of [liga, sami]) {
    const { replyToken } = await registrationBy(db, person)
    const said = { to: `kopa+${replyToken}@example.org`, uid: kickoff.id, attendee: person.email }
    const raw = reply(shapes.gmail, { ...said, partstat: 'ACCEPTED' })
    await takeIn(db, raw, config, later)
  }
  expect(await places(db, kickoff)).toEqual({ Līga: 'confirmed', Sami: 'waiting' })
})

test('after the meeting, or once it is off, an answer changes nothing', async () => {
  const { db, project, kickoff, owner, answer } = await invited()
  await cancelMeeting(db, project, kickoff, owner, now)
  const before = await allElse(db)
  await answer(shapes.gmail)
  expect(await allElse(db)).toEqual(before)
  expect(await outcomes(db)).toEqual(['refused'])
})

test('a forged answer changes nothing, whoever it says it is from', async () => {
  const { db, project, kickoff, answer } = await invited({ capacity: 5 })
  await register(db, project, kickoff, { ...liga, groupId: null }, now)
  const { replyToken } = await registrationBy(db, liga)
  const before = await allElse(db)
  await answer(shapes.gmail, { to: 'kopa@example.org' })
  await answer(shapes.gmail, { to: `kopa+${'0'.repeat(32)}@example.org` })
  await answer(shapes.outlook, { to: `kopa+${replyToken}@example.org` })
  await answer(shapes.apple, { attendee: 'mallory@example.com', from: noor.email })
  await answer(shapes.nextcloud, { uid: '5b7e5c0e-0000-4000-8000-000000000000' })
  expect(await allElse(db)).toEqual(before)
  expect((await outcomes(db)).sort()).toEqual([
    ...['other-entry', 'somebody-else', 'somebody-else'],
    ...['unknown-address', 'unknown-address'],
  ])
})

test('what guests have no say in, machines’ answers and people’s own words change nothing and are not answered', async () => {
  const { db, address, receive, answer } = await invited()
  const before = await allElse(db)
  const mail = (head: string, body = 'Hi') =>
    receive(Buffer.from(`From: noor@example.org\r\nTo: ${address}\r\n${head}\r\n\r\n${body}\r\n`))
  for (const method of ['COUNTER', 'REQUEST', 'CANCEL', 'PUBLISH']) {
    const raw = reply(shapes.thunderbird, { to: address, uid: 'x', attendee: noor.email })
    await receive(Buffer.from(raw.toString().replaceAll('REPLY', method).replace('Reply', method)))
  }
  await mail('Subject: Automatic reply: away\r\nMessage-ID: <a@example.org>')
  await mail('Subject: x\r\nAuto-Submitted: auto-replied\r\nMessage-ID: <b@example.org>')
  await mail('Subject: x\r\nPrecedence: bulk\r\nMessage-ID: <c@example.org>')
  await mail('Subject: x\r\nReturn-Path: <>\r\nMessage-ID: <d@example.org>')
  await mail('Subject: I can’t come\r\nMessage-ID: <e@example.org>')
  await answer(shapes.thunderbird, { id: 'f@example.org', partstat: 'DELEGATED' as 'DECLINED' })
  expect(await allElse(db)).toEqual(before)
  const kinds = (await db.select().from(receivedMail)).map(({ kind }) => kind).sort()
  expect(kinds).toEqual([...Array(4).fill('automatic'), ...Array(6).fill('other')])
})

test('what came in is forgotten after a month', async () => {
  const { db, answer } = await invited()
  await answer(shapes.gmail)
  await forgetReceived(db, later.add({ hours: 24 * 30 }))
  expect(await db.select().from(receivedMail)).toHaveLength(1)
  await forgetReceived(db, later.add({ hours: 24 * 30, seconds: 1 }))
  expect(await db.select().from(receivedMail)).toEqual([])
  expect((await db.select().from(letters)).length).toBeGreaterThan(0)
})

test('what was changed without a letter about it leaves their no a no', async () => {
  const { db, project, kickoff, owner, answer } = await invited()
  await editMeeting(db, project, kickoff, { ...asItIs(kickoff), summary: { lv: 'Cits apraksts' } }, owner, now)
  await answer(shapes.gmail)
  expect(await outcomes(db)).toEqual(['declined'])
})

test('a clock that is ahead does not outdo what is answered after', async () => {
  const { db, kickoff, address, answer } = await invited()
  await answer(shapes.gmail, { partstat: 'TENTATIVE', at: '20991124T090000Z' })
  const no = reply(shapes.gmail, { to: address, uid: kickoff.id, attendee: noor.email, at: '20261124T103000Z' })
  await takeIn(db, no, config, later.add({ hours: 1 }))
  expect((await registrationBy(db, noor)).status).toBe('cancelled')
})
