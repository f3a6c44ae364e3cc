import { expect, test } from 'vitest'
import { asc, eq } from '../../db/drizzle.ts'
import { deliveries, letters, suppressed } from '../../db/schema.ts'
import { bounceIn } from '../../server/inbound/bounce.ts'
import { readMessage } from '../../server/inbound/message.ts'
import { messageId } from '../../server/mail/compose.ts'
import { isSuppressed } from '../../server/mail/suppressed.ts'
import { cancel } from '../../server/registrations/cancel.ts'
import { noor, sami } from '../cast.ts'
import { post, postOffice } from '../mail/post-office.ts'
import { registrationBy } from '../registrations/places.ts'
import { signedInAs, testApp } from '../world.ts'
import { bounce, bounceShapes, type Returned } from './bounces.ts'
import { allElse, config, invited, later, outcomes } from './invited.ts'

/** Noor's confirmation went, and comes back. */
async function returned() {
  const here = await invited()
  const [letter = expect.unreachable()] = await here.db
    .select()
    .from(letters)
    .where(eq(letters.registrationId, here.registration.id))
    .orderBy(asc(letters.queuedAt))
  const comeBack = (shape: (typeof bounceShapes)[keyof typeof bounceShapes], changes: Partial<Returned> = {}) =>
    here.receive(
      bounce(shape, {
        ...{ to: `kopa+b-${letter.id}@example.org`, recipient: noor.email },
        ...{ messageId: messageId(letter, config), ...changes },
      }),
    )
  const now = async () => (await here.db.select().from(letters).where(eq(letters.id, letter.id)))[0]
  return { ...here, letter, comeBack, now }
}

test.for(Object.keys(bounceShapes) as (keyof typeof bounceShapes)[])(
  'a letter that reached nobody marks itself and the address, as %s reports it; nothing more goes there',
  async (name) => {
    const { db, project, kickoff, owner, letter, registration, comeBack, now } = await returned()
    await comeBack(bounceShapes[name])
    expect(await outcomes(db)).toEqual(['bounced'])
    expect((await now())?.bouncedAt).toEqual(later)
    const steps = await db.select().from(deliveries).where(eq(deliveries.letterId, letter.id))
    expect(steps).toMatchObject([{ outcome: 'bounced', at: later, answer: expect.stringContaining('550') }])
    expect(await isSuppressed(db, noor.email, later)).toBe(true)
    expect(JSON.stringify(await db.select().from(suppressed))).not.toContain(noor.email)

    const app = await testApp(db)
    const url = `/organise/${project.slug}/${kickoff.slug}/registrations/${registration.id}`
    const page = await app.inject({ url, headers: await signedInAs(db, owner) })
    expect(page.body).toContain('Vēstules šai adresei nepienāk')
    const list = await app.inject({ url: url.replace(/\/[^/]*$/, ''), headers: await signedInAs(db, owner) })
    expect(list.body.match(/vēstules nepienāk/g)).toHaveLength(1)

    const its = await app.inject({
      url: `/organise/${project.slug}/letters/${letter.id}`,
      headers: await signedInAs(db, owner),
    })
    expect(its.body).toContain(`<a href="${url}">Labot e-pasta adresi</a>`)

    const office = await postOffice()
    await cancel(db, project, kickoff, await registrationBy(db, noor), later)
    await post(db, office.url, later.add({ minutes: 1 }), { config })
    expect(office.received.map(({ to }) => to[0])).toEqual([sami.email])
  },
)

test('owners are told in one letter a day how many came back, and nobody by name', async () => {
  const { db, comeBack, owner } = await returned()
  const [other = expect.unreachable()] = await db.select().from(letters).where(eq(letters.recipient, sami.email))
  await comeBack(bounceShapes.gmail)
  await comeBack(bounceShapes.postfix, { to: `kopa+b-${other.id}@example.org`, recipient: sami.email })
  const told = (await db.select().from(letters)).filter(({ kind }) => kind === 'letters-returned')
  expect(told.map(({ recipient }) => recipient)).toEqual([owner.email])
  const office = await postOffice()
  await post(db, office.url, later.add({ hours: 2 }), { config })
  const { mail } = office.received.find(({ to }) => to[0] === owner.email) ?? expect.unreachable()
  expect(mail.subject).toBe('Vēstules atgriezās: Gen-Y City')
  expect(mail.text).toContain('2 vēstules projektā')
  expect(mail.text).not.toContain(noor.email)
  expect(mail.text).toContain('„Labot e-pasta adresi“')
})

test('it comes back once, however often that is said', async () => {
  const { db, comeBack } = await returned()
  await comeBack(bounceShapes.postfix)
  const before = await allElse(db)
  await comeBack(bounceShapes.gmail)
  await comeBack(bounceShapes.exchange)
  expect(await allElse(db)).toEqual(before)
})

test('a delay, a success, and reports about letters that are not ours change nothing', async () => {
  const { db, comeBack } = await returned()
  const before = await allElse(db)
  await comeBack(bounceShapes.postfix, { action: 'delayed', status: '4.4.1' })
  await comeBack(bounceShapes.postfix, { action: 'delivered', status: '2.0.0' })
  const stranger = { to: 'kopa+b-nobody@example.org', messageId: '<5b7e5c0e@example.org>' }
  for (const shape of Object.values(bounceShapes)) await comeBack(shape, stranger)
  await comeBack(bounceShapes.exchange, { messageId: '<5b7e5c0e@kopa.example.org>' })
  expect(await allElse(db)).toEqual(before)
  expect((await outcomes(db)).filter((one) => one === 'delayed')).toHaveLength(2)
})

test('a full mailbox, or a server behind somebody’s forwarding, costs the address nothing', async () => {
  const full = await returned()
  await full.comeBack(bounceShapes.postfix, { status: '5.2.2' })
  const forwarded = await returned()
  await forwarded.comeBack(bounceShapes.postfix, { recipient: 'elsewhere@example.com' })
  for (const { db, now } of [full, forwarded]) {
    expect((await now())?.bouncedAt).toEqual(later)
    expect(await db.select().from(suppressed)).toEqual([])
  }
})

test('whom a report is about is known by what the letter was sent to, however it is written there', async () => {
  const about = async (original: string) => {
    const said = { to: 'kopa@example.org', recipient: 'noor+city@example.org', messageId: '<a@kopa.example.org>' }
    const raw = bounce(bounceShapes.postfix, said).toString()
    const message = await readMessage(Buffer.from(raw.replace(/^Original-Recipient:.*\r\n/m, original)))
    return message && bounceIn(message)?.recipient
  }
  expect(await about('Original-Recipient: rfc822;noor+2Bcity@example.org\r\n')).toBe('noor+city@example.org')
  expect(await about('Original-Recipient: rfc822;noor+city@example.org\r\n')).toBe('noor+city@example.org')
  expect(await about('')).toBe('noor+city@example.org')
})
