import { expect, test } from 'vitest'
import { commitmentSteps, commitments, history } from '../../db/schema.ts'
import { followUp } from '../../server/commitments/follow-up.ts'
import { isOverdue } from '../../server/commitments/overdue.ts'
import { promise } from '../../server/commitments/promise.ts'
import { deleteCommitment, publishCommitment } from '../../server/commitments/publish-commitment.ts'
import { addVoice } from '../dialogue/cast.ts'
import { form, now, signedInAs, testApp, world } from '../world.ts'

const once = '0c0f1a53-0f0b-4b5e-9a55-2f2f6e1f7c11'
const typed = {
  'said.en': 'The last bus leaves too early.',
  'will.en': 'We try a late bus for half a year.',
  'office.en': 'Development Department',
  dueOn: '2026-12-01',
  once,
}

async function desk() {
  const here = await world()
  const app = await testApp(here.db)
  const headers = { ...(await signedInAs(here.db, here.organiser)), 'accept-language': 'en' }
  const send = async (path: string, fields: Record<string, string> = {}) => {
    const sent = form(fields)
    const url = `/organise/gen-y-city/commitments${path}`
    return await app.inject({ method: 'POST', url, payload: sent.payload, headers: { ...sent.headers, ...headers } })
  }
  const see = async () =>
    (await app.inject({ url: '/gen-y-city/commitments', headers: { 'accept-language': 'en' } })).body
  const project = async () => (await app.inject({ url: '/gen-y-city', headers: { 'accept-language': 'en' } })).body
  return { ...here, app, send, see, projectPage: project }
}

test('a promise is read by nobody outside until it is published, then by everybody, with its date', async () => {
  const { send, see, projectPage, db } = await desk()
  expect((await send('', typed)).statusCode).toBe(303)
  expect([(await see()).includes('late bus'), (await projectPage()).includes('late bus')]).toEqual([false, false])
  await send(`/${once}/publish`)
  const page = await see()
  expect(page).toContain('We try a late bus for half a year.')
  expect(page).toContain('due 1 December 2026')
  expect(page).toContain('Development Department')
  expect(await projectPage()).toContain('We try a late bus for half a year.')
  await send(`/${once}/withdraw`)
  expect((await see()).includes('late bus')).toBe(false)
  expect((await db.select().from(history)).map(({ deed }) => deed)).toEqual([
    ...['commitment.made', 'commitment.published', 'commitment.withdrawn'],
  ])
})

test('sent twice it is one promise; without words it comes back as it was typed', async () => {
  const { send, db } = await desk()
  await send('', typed)
  await send('', typed)
  expect(await db.select().from(commitments)).toHaveLength(1)
  expect(await db.select().from(commitmentSteps)).toHaveLength(1)
  const answer = await send('', { ...typed, 'will.en': '', once: '1c0f1a53-0f0b-4b5e-9a55-2f2f6e1f7c11' })
  expect([answer.statusCode, answer.body.includes('The last bus leaves too early.')]).toEqual([422, true])
  expect(await db.select().from(commitments)).toHaveLength(1)
})

test('how it went stays readable: every state and every date, with why', async () => {
  const { send, see } = await desk()
  await send('', typed)
  await send(`/${once}/publish`)
  await send(`/${once}/step`, { state: 'under-way', dueOn: '2027-02-01', 'note.en': 'The buses are late themselves.' })
  await send(`/${once}/step`, {
    state: 'kept',
    dueOn: '2027-02-01',
    'did.en': 'It runs at 23:10.',
    'note.en': 'At last.',
  })
  const page = await see()
  for (const said of ['Kept', 'It runs at 23:10.', 'The buses are late themselves.', 'At last.', 'due 1 February 2027'])
    expect(page).toContain(said)
})

test('saying the same again is no step', async () => {
  const { db, project, owner } = await desk()
  const text = { en: 'A wall to paint on' }
  const input = { said: text, will: text, office: {}, dueOn: null, meetingId: null }
  const made = await promise(db, project, input, owner, now)
  const step = { state: 'under-way' as const, dueOn: null, did: {}, note: {} }
  await followUp(db, project, made, step, owner, now)
  await followUp(db, project, made, step, owner, now)
  expect((await db.select().from(commitmentSteps)).map(({ state }) => state).sort()).toEqual(['promised', 'under-way'])
})

test('one that everybody reads cannot be deleted', async () => {
  const { db, project, owner, send } = await desk()
  await send('', typed)
  await publishCommitment(db, project, { id: once }, owner, now)
  await deleteCommitment(db, project, { id: once }, owner, now)
  expect(await db.select().from(commitments)).toHaveLength(1)
})

test('it is late once its day is over where the project is, and no longer once it is kept or given up', () => {
  const due = (state: 'promised' | 'kept' | 'dropped', at: string) =>
    isOverdue({ state, dueOn: '2026-12-01' }, { zone: 'Europe/Riga' }, Temporal.Instant.from(at))
  expect([due('promised', '2026-12-01T21:59:59Z'), due('promised', '2026-12-01T22:00:00Z')]).toEqual([false, true])
  expect([due('kept', '2026-12-05T00:00:00Z'), due('dropped', '2026-12-05T00:00:00Z')]).toEqual([false, false])
})

test('what somebody asked becomes a promise in one step, which stands beside it for everybody', async () => {
  const { app, db, project, organiser, kickoff, see } = await desk()
  const details = { meetingId: kickoff.id, answeredAt: now, answer: { en: 'It will.' }, locale: 'en' as const }
  const voice = await addVoice({ db, project }, 'When will the bus be late?', details)
  const item = `/organise/gen-y-city/answers/${voice.id}`
  const headers = { ...(await signedInAs(db, organiser)), 'accept-language': 'en' }
  const send = async (fields: Record<string, string>) => {
    const sent = form({ once, ...fields })
    return await app.inject({
      ...sent,
      method: 'POST',
      url: `${item}/promise`,
      headers: { ...sent.headers, ...headers },
    })
  }
  const wordless = await send({ 'office.en': 'Development Department', deed: 'publish' })
  expect([wordless.statusCode, wordless.body.includes('value="Development Department"')]).toEqual([422, true])
  expect(await db.select().from(commitments)).toEqual([])
  const words = { 'will.en': 'We try a late bus.', dueOn: '2026-12-01' }
  for (const deed of ['keep', 'publish', 'publish']) expect((await send({ ...words, deed })).statusCode).toBe(303)
  expect(await db.select().from(commitments)).toMatchObject([
    { voiceId: voice.id, meetingId: kickoff.id, said: { en: voice.text }, will: { en: 'We try a late bus.' } },
  ])
  expect((await app.inject({ url: item, headers })).body).toContain('We try a late bus.')
  expect(await see()).toMatch(/When will the bus be late\?[\s\S]*We try a late bus\./)
  const answers = await app.inject({ url: '/gen-y-city/answers', headers: { 'accept-language': 'en' } })
  expect(answers.body).toContain(`/gen-y-city/commitments#promise-${once}`)
})
