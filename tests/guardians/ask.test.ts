import { expect, test } from 'vitest'
import { eq } from '../../db/drizzle.ts'
import { guardianConsents, letters, slotSpeakers, speakers } from '../../db/schema.ts'
import { askGuardian } from '../../server/guardians/ask.ts'
import { dump } from '../dump.ts'
import { linkOf } from '../speakers/cast.ts'
import { form, now, signedInAs } from '../world.ts'
import { lettersTo, type Youth, youth } from './young.ts'

const anna = 'anna@example.org'

test('a guardian who is asked gets one letter, however often the form is sent that day', async () => {
  const { db, elina, organiser, ask } = await youth()
  for (const email of [anna, anna, 'Anna@example.org', 'an.na+kopa@example.org']) expect(await ask(email)).toBeNull()
  const rows = await db.select().from(guardianConsents)
  expect(rows).toMatchObject([{ speakerId: elina.id, email: anna, locale: 'en', askedAt: now, answeredAt: null }])
  expect(await lettersTo(db, anna)).toMatchObject([{ kind: 'guardian-request', locale: 'en', consentId: rows[0]?.id }])
  expect(await ask(anna, organiser, now.add({ hours: 24 }))).toBeNull()
  expect([(await db.select().from(guardianConsents)).length, (await lettersTo(db, anna)).length]).toEqual([1, 2])
})

test.each(['elina@example.org', 'ELINA@example.org', 'e.lina@example.org', 'elina+mum@example.org'])(
  'nobody is their own guardian: %s',
  async (email) => {
    const { db, ask, organiser } = await youth()
    const before = await dump(db)
    for (const by of [organiser, null]) expect(await ask(email, by)).toBe('guardian.problem-own')
    expect(await dump(db)).toEqual(before)
  },
)

test('a young speaker has three people asked; the organisers may ask more', async () => {
  const { ask, organiser } = await youth()
  for (const i of [1, 2, 3]) expect(await ask(`aunt${i}@example.org`, null)).toBeNull()
  expect(await ask('aunt4@example.org', null)).toBe('guardian.problem-too-many')
  expect(await ask('aunt1@example.org', null)).toBeNull()
  expect(await ask('aunt4@example.org', organiser)).toBeNull()
})

test('there is nothing to ask of those of age, or where no meeting is to come', async () => {
  const { db, project, kickoff, elina, ask, organiser } = await youth()
  expect(await ask(anna, organiser, kickoff.endsAt)).toBe('guardian.problem-nowhere')
  await db.transact((tx) => tx.update(slotSpeakers).set({ standing: 'declined' }), { touches: 'nothing' })
  expect(await ask(anna)).toBe('guardian.problem-nowhere')
  await db.transact((tx) => tx.update(slotSpeakers).set({ standing: 'planned' }), { touches: 'nothing' })
  await db.transact((tx) => tx.update(speakers).set({ minor: false }), { touches: 'nothing' })
  const guardian = { email: anna, locale: 'lv' as const }
  const asked = db.transact((tx) => askGuardian(tx, project, elina, guardian, organiser, now), { touches: 'nothing' })
  expect([await asked, (await db.select().from(letters)).length]).toEqual(['guardian.problem-of-age', 0])
})

test('strangers cannot fill a mailbox by naming its owner a guardian: the eleventh letter waits a day', async () => {
  const { db, project, elina, organiser, ask } = await youth()
  for (let i = 0; i < 10; i += 1) {
    const about = { kind: 'waiting', projectId: project.id, recipient: anna, recipientKey: anna, locale: 'lv' as const }
    await db.transact((tx) => tx.insert(letters).values({ ...about, queuedAt: now, dueAt: now }), {
      touches: 'nothing',
    })
  }
  await ask(anna, organiser)
  const [request] = (await lettersTo(db, anna)).filter(({ kind }) => kind === 'guardian-request')
  expect([elina.minor, request?.dueAt]).toEqual([true, now.add({ hours: 24 })])
})

test('an organiser asks from the profile; a wrong address comes back beside its field', async () => {
  const here = await youth()
  const wrong = await sendAsOrganiser(here, { guardianEmail: 'Elina@example.org', guardianLanguage: 'ru' })
  expect([wrong.statusCode, wrong.body.includes('id="field-guardianEmail-problem"')]).toEqual([422, true])
  expect(wrong.body).toContain('value="Elina@example.org"')
  expect(await here.db.select().from(guardianConsents)).toEqual([])
  const right = await sendAsOrganiser(here, { guardianEmail: anna, guardianLanguage: 'ru' })
  expect(right.statusCode).toBe(303)
  expect(await lettersTo(here.db, anna)).toMatchObject([{ kind: 'guardian-request', locale: 'ru' }])
})

test('to the outsider the young speaker is not there', async () => {
  const here = await youth()
  const before = await dump(here.db)
  const headers = await signedInAs(here.db, here.outsider)
  const body = form({ guardianEmail: anna, guardianLanguage: 'lv' })
  for (const deed of ['guardian', 'guardian/withdraw']) {
    for (const place of ['gen-y-city/kickoff', 'other-city/kickoff']) {
      const url = `/organise/${place}/speakers/${here.elina.id}/${deed}`
      const answer = await here.app.inject({ method: 'POST', url, ...body, headers: { ...body.headers, ...headers } })
      expect([url, answer.statusCode]).toEqual([url, 404])
    }
  }
  const { sessions: _, ...after } = await dump(here.db)
  expect({ ...after, sessions: before.sessions }).toEqual(before)
})

test('whoever names a guardian on their own page says that they are under 18, and cannot take that back', async () => {
  const here = await youth({ minor: false })
  const { db, app, elina, kickoff } = here
  const url = `/speaker/${await linkOf(db, elina, kickoff)}`
  const own = await app.inject({
    method: 'POST',
    url: `${url}/guardian`,
    ...form({ guardianEmail: 'elina@example.org' }),
  })
  expect([own.statusCode, await isMinor(here)]).toEqual([422, false])
  const asked = await app.inject({ method: 'POST', url: `${url}/guardian`, ...form({ guardianEmail: anna }) })
  expect([asked.statusCode, await isMinor(here)]).toEqual([303, true])
  await app.inject({ method: 'POST', url: `${url}/profile`, ...form({ name: 'Elīna', minor: '' }) })
  expect(await isMinor(here)).toBe(true)
  const page = await app.inject({ url: `${url}?lang=en` })
  expect([page.body.includes('a…@example.org'), page.body.includes(anna)]).toEqual([true, false])
})

async function isMinor({ db, elina }: Youth): Promise<boolean | undefined> {
  const [speaker] = await db.select().from(speakers).where(eq(speakers.id, elina.id))
  return speaker?.minor
}

async function sendAsOrganiser({ db, app, elina, organiser }: Youth, fields: Record<string, string>) {
  const url = `/organise/gen-y-city/kickoff/speakers/${elina.id}/guardian`
  const body = form(fields)
  const headers = { ...body.headers, ...(await signedInAs(db, organiser)) }
  return await app.inject({ method: 'POST', url, ...body, headers })
}
