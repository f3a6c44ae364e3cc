import { expect, test } from 'vitest'
import { eq } from '../../db/drizzle.ts'
import { letters } from '../../db/schema.ts'
import { correctAddress } from '../../server/registrations/correct-address.ts'
import { register } from '../../server/registrations/register.ts'
import { noor } from '../cast.ts'
import { draftIn } from '../mailings/cast.ts'
import { guest, mailingDesk } from '../mailings/desk.ts'
import { registrationBy } from '../registrations/places.ts'
import { now, signedInAs, testApp, world } from '../world.ts'
import { post, postOffice, type Treatment } from './post-office.ts'

const later = now.add({ hours: 1 })

test('organisers who try a letter again say that its address works: it goes, and so do those after it', async () => {
  const { db, project, kickoff, pupils, owner } = await world()
  const nobody: Treatment = { code: 550, at: 'RCPT', says: '5.1.1 No such user' }
  const office = await postOffice((n) => (n === 1 ? nobody : 'take'))
  await register(db, project, kickoff, { ...noor, groupId: pupils.id }, now)
  await post(db, office.url, now)
  expect(office.received).toEqual([])
  const app = await testApp(db, { SMTP_URL: office.url })
  app.clock.now = later
  const [letter = expect.unreachable()] = await db.select().from(letters)
  const url = `/organise/gen-y-city/letters/${letter.id}/retry`
  await app.inject({ method: 'POST', url, headers: await signedInAs(db, owner) })
  await post(db, office.url, later)
  expect(office.received.map(({ to }) => to)).toEqual([[noor.email]])
})

test('no letter of a mailing that was stopped waits for ever: none is taken back, and none tried again', async () => {
  const desk = await mailingDesk(3)
  const { db, app, organiser } = desk
  const mailing = await draftIn(desk)
  await desk.send(`/${mailing.id}/send`, { people: '3' })
  const [failed = expect.unreachable(), dropped = expect.unreachable()] = await desk.queued(mailing)
  await db.transact(
    (tx) => tx.update(letters).set({ endedAt: now, ending: 'failed' }).where(eq(letters.id, failed.id)),
    {
      touches: 'nothing',
    },
  )
  await desk.send(`/${mailing.id}/stop`)
  const cookie = await signedInAs(db, organiser)
  for (const [letter, deed] of [
    [failed, 'retry'],
    [dropped, 'send-after-all'],
  ] as const) {
    const url = `/organise/gen-y-city/letters/${letter.id}`
    expect((await app.inject({ url, headers: cookie })).body).not.toContain(`/${deed}"`)
    await app.inject({ method: 'POST', url: `${url}/${deed}`, headers: cookie })
  }
  expect((await desk.queued(mailing)).filter(({ endedAt }) => !endedAt)).toEqual([])
})

test('what was written to many and had not gone to a wrong address goes to the right one, once', async () => {
  const desk = await mailingDesk(2)
  const { db, project, kickoff, owner } = desk
  const mailing = await draftIn(desk, { kind: 'news' })
  await desk.send(`/${mailing.id}/send`, { people: '2' })
  await desk.send(`/${mailing.id}/pause`)
  const person = await registrationBy(db, guest(0))
  await correctAddress(db, { project, meeting: kickoff }, person, noor.email, owner, now)
  await desk.send(`/${mailing.id}/resume`)
  const office = await postOffice()
  await post(db, office.url, later)
  const sent = office.received.map(({ to, mail }) => `${to[0]}: ${mail.subject}`).sort()
  expect(sent).toEqual([
    'guest1@d1.example.org: Paņem ūdeni',
    'noor@example.org: Bring water',
    'noor@example.org: You’re in: Kick-off',
  ])
  const link = office.received
    .find(({ mail }) => mail.subject === 'Bring water')
    ?.mail.text?.match(/\/unsubscribe\/[\w-]+/)?.[0]
  expect((await desk.app.inject({ url: link ?? '' })).statusCode).toBe(200)
})

test('a letter that failed or was dropped at a wrong address is tried at no address but the right one', async () => {
  const { db, project, kickoff, pupils, owner } = await world()
  const office = await postOffice((n) => (n === 1 ? { code: 550, at: 'RCPT' } : 'take'))
  const wrong = { ...noor, email: 'nor@example.org' }
  await register(db, project, kickoff, { ...wrong, groupId: pupils.id }, now)
  await post(db, office.url, now)
  const [failed = expect.unreachable()] = await db.select().from(letters)
  await correctAddress(db, { project, meeting: kickoff }, await registrationBy(db, wrong), noor.email, owner, now)
  const app = await testApp(db, { SMTP_URL: office.url })
  const cookie = await signedInAs(db, owner)
  await app.inject({ method: 'POST', url: `/organise/gen-y-city/letters/${failed.id}/retry`, headers: cookie })
  await post(db, office.url, later)
  expect(office.received.map(({ to }) => to)).toEqual([[noor.email]])
})
