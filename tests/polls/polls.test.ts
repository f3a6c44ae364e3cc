import { expect, test } from 'vitest'
import { polls, pollVotes } from '../../db/schema.ts'
import { forgetVoters } from '../../server/polls/forget-voters.ts'
import { crew } from '../crew.ts'
import { form, signedInAs, testApp, world } from '../world.ts'

const once = '3c0f1a53-0f0b-4b5e-9a55-2f2f6e1f7c11'
const typed = { kind: 'one', 'question.en': 'What first?', 'options.en': 'A place to meet\nA calendar', once }

async function room() {
  const here = await world()
  const app = await testApp(here.db)
  const { host } = await crew(here)
  const headers = { ...(await signedInAs(here.db, host)), 'accept-language': 'en' }
  const moderate = async (path: string, fields: Record<string, string> = {}) => {
    const sent = form(fields)
    const url = `/organise/gen-y-city/kickoff/polls${path}`
    return await app.inject({ method: 'POST', url, payload: sent.payload, headers: { ...sent.headers, ...headers } })
  }
  const phone = () => {
    let cookie = ''
    const own = () => ({ 'accept-language': 'en', ...(cookie ? { cookie } : {}) })
    return {
      see: async () => (await app.inject({ url: '/gen-y-city/kickoff/polls', headers: own() })).body,
      vote: async (fields: Record<string, string>, poll = once) => {
        const sent = form(fields)
        const url = `/gen-y-city/kickoff/polls/${poll}`
        const answer = await app.inject({
          method: 'POST',
          url,
          payload: sent.payload,
          headers: { ...sent.headers, ...own() },
        })
        const [given] = [answer.headers['set-cookie'] ?? []].flat().filter((one) => one.startsWith('voter-'))
        cookie = given?.split(';')[0] ?? cookie
        return answer
      },
    }
  }
  const choices = async () => (await here.db.select().from(pollVotes)).map((vote) => vote.choices)
  return { ...here, app, moderate, phone, choices }
}

test('the room sees a poll once it is open, votes, and sees what came out when the moderator shows it', async () => {
  const { moderate, phone, choices } = await room()
  const [noor, sami, liga] = [phone(), phone(), phone()]
  expect((await moderate('', typed)).statusCode).toBe(303)
  expect((await noor.see()).includes('What first?')).toBe(false)
  expect((await noor.vote({ choice: '1' })).statusCode).toBe(404)
  await moderate(`/${once}/open`)
  expect(await noor.see()).toContain('A place to meet')
  expect((await noor.vote({ choice: '1' })).statusCode).toBe(303)
  expect((await sami.vote({ choice: '2' })).statusCode).toBe(303)
  expect([(await noor.see()).includes('2 people have voted'), (await noor.see()).includes('Your vote counts')]).toEqual(
    [...[false, true]],
  )
  await moderate(`/${once}/show`)
  expect(await sami.see()).toContain('Too few people have voted')
  await liga.vote({ choice: '2' })
  expect(await sami.see()).toContain('3 people have voted')
  expect(await choices()).toEqual([['1'], ['2'], ['2']])
})

test('the wall shows what is voted on, what came out once that is shown, and in a while neither', async () => {
  const { moderate, phone, app } = await room()
  const see = async (page: string) =>
    (await app.inject({ url: `/gen-y-city/kickoff/${page}`, headers: { 'accept-language': 'en' } })).body
  const wall = async () =>
    /class="hall-poll".*?<\/section>/s.exec(await see('hall'))?.[0].replaceAll(/\s*<[^>]+>\s*/g, ' ')
  await moderate('', typed)
  expect([await wall(), (await see('room')).includes('What first?')]).toEqual([undefined, false])
  await moderate(`/${once}/open`)
  expect(await wall()).toMatch(/Vote now +What first\? +A place to meet +A calendar +Nobody has voted yet/)
  expect(await see('room')).toContain(`/polls#poll-${once}`)
  for (const choice of ['1', '2', '2']) await phone().vote({ choice })
  expect(await wall()).toMatch(/A place to meet +A calendar +3 people have voted/)
  await moderate(`/${once}/show`)
  expect(await wall()).toMatch(/3 people have voted .*A place to meet +1 +A calendar +2/)
  await moderate(`/${once}/close`)
  expect(await wall()).toMatch(/Result +What first\? .*A calendar +2/)
  expect((await see('room')).includes('What first?')).toBe(false)
  app.clock.now = app.clock.now.add({ minutes: 11 })
  expect(await wall()).toBeUndefined()
})

test('one browser has one vote, which it can change until the poll is closed', async () => {
  const { moderate, phone, choices } = await room()
  const noor = phone()
  await moderate('', typed)
  await moderate(`/${once}/open`)
  await noor.vote({ choice: '1' })
  await noor.vote({ choice: '2' })
  expect(await choices()).toEqual([['2']])
  await moderate(`/${once}/close`)
  expect((await noor.vote({ choice: '1' })).statusCode).toBe(409)
  expect(await choices()).toEqual([['2']])
})

test('what is chosen nowhere is no vote', async () => {
  const { moderate, phone, choices } = await room()
  await moderate('', typed)
  await moderate(`/${once}/open`)
  for (const nonsense of [{ other: '1' }, { choice: '7' }, { choice: '' }] as Record<string, string>[]) {
    const answer = await phone().vote(nonsense)
    expect([answer.statusCode, answer.body.includes('What first?')]).toEqual([422, true])
  }
  expect(await choices()).toEqual([])
})

test('several answers, a scale and words are each counted as what they are', async () => {
  const { moderate, phone, db } = await room()
  const ids = ['4', '5', '6'].map((i) => `${i}c0f1a53-0f0b-4b5e-9a55-2f2f6e1f7c11`) as [string, string, string]
  await moderate('', { ...typed, kind: 'several', once: ids[0] })
  await moderate('', { ...typed, kind: 'scale', 'options.en': '', once: ids[1] })
  await moderate('', { ...typed, kind: 'words', 'options.en': '', once: ids[2] })
  const noor = phone()
  for (const [poll, choice] of [
    [ids[0], { 'choice.1': 'yes', 'choice.2': 'yes', 'choice.9': 'yes' }],
    [ids[1], { choice: '4' }],
    [ids[2], { 'choice.0': 'Bats', 'choice.1': 'BATS', 'choice.2': 'home' }],
  ] as const) {
    await moderate(`/${poll}/open`)
    expect((await noor.vote(choice, poll)).statusCode).toBe(303)
    await moderate(`/${poll}/show`)
  }
  const votes = await db.select().from(pollVotes)
  expect(Object.fromEntries(votes.map((vote) => [vote.pollId, vote.choices]))).toEqual({
    ...{ [ids[0]]: ['1', '2'], [ids[1]]: ['4'], [ids[2]]: ['Bats', 'BATS', 'home'] },
  })
  for (const word of ['bats', 'home']) await phone().vote({ 'choice.0': word }, ids[2])
  expect(await noor.see()).toMatch(/bats<\/bdi><\/th>\s*<td>.*<strong>2<\/strong>/i)
})

test('a word that a moderator hides is on nobody’s screen, and markup in one is only text', async () => {
  const { moderate, phone } = await room()
  await moderate('', { ...typed, kind: 'words', 'options.en': '' })
  await moderate(`/${once}/open`)
  await phone().vote({ 'choice.0': 'rude' })
  for (const _ of [1, 2]) await phone().vote({ 'choice.0': '<b>bold</b>' })
  await moderate(`/${once}/show`)
  expect(await phone().see()).toContain('&lt;b&gt;bold&lt;/b&gt;')
  await moderate(`/${once}/word`, { word: 'rude' })
  expect((await phone().see()).includes('rude')).toBe(false)
})

test('no word is so written that a moderator cannot hide it', async () => {
  const { moderate, phone, choices } = await room()
  await moderate('', { ...typed, kind: 'words', 'options.en': '' })
  await moderate(`/${once}/open`)
  for (const unseen of ['\u0301\u0301', '\u200b'])
    expect((await phone().vote({ 'choice.0': unseen })).statusCode).toBe(422)
  for (const _ of [1, 2, 3]) await phone().vote({ 'choice.0': '욕설' })
  expect(await choices()).toHaveLength(3)
  await moderate(`/${once}/show`)
  expect(await phone().see()).toContain('욕설')
  await moderate(`/${once}/word`, { word: '욕설'.normalize('NFD') })
  expect(await phone().see()).not.toContain('욕설')
})

test('opening a poll closes the one before; one that was voted in is not deleted', async () => {
  const { moderate, phone, db } = await room()
  const other = '9c0f1a53-0f0b-4b5e-9a55-2f2f6e1f7c11'
  await moderate('', typed)
  await moderate('', { ...typed, once: other })
  await moderate(`/${once}/open`)
  await phone().vote({ choice: '1' })
  await moderate(`/${other}/open`)
  const state = async () =>
    Object.fromEntries((await db.select().from(polls)).map(({ id, closedAt }) => [id, closedAt === null]))
  expect(await state()).toEqual({ [once]: false, [other]: true })
  await moderate(`/${once}/delete`)
  await moderate(`/${other}/delete`)
  expect(await state()).toEqual({ [once]: false })
})

test('answers that do not match in every language come back as they were typed', async () => {
  const { moderate, db } = await room()
  for (const wrong of [{ 'options.en': 'Only one' }, { 'options.lv': 'Viens\nDivi\nTrīs' }] as Record<
    string,
    string
  >[]) {
    const answer = await moderate('', { ...typed, ...wrong })
    expect([answer.statusCode, answer.body.includes('What first?')]).toEqual([422, true])
  }
  expect(await db.select().from(polls)).toEqual([])
})

test('with a meeting’s people it is forgotten which browsers voted, and what they voted stays', async () => {
  const { db, kickoff, moderate, phone, choices } = await room()
  await moderate('', typed)
  await moderate(`/${once}/open`)
  for (const choice of ['1', '2']) await phone().vote({ choice })
  const voters = async () => (await db.select().from(pollVotes)).map(({ voterHash }) => voterHash.slice(0, 5))
  const people = kickoff.endsAt.add({ hours: kickoff.keepDays * 24 })
  await forgetVoters(db, people.subtract({ hours: 1 }))
  expect((await voters()).includes('gone-')).toBe(false)
  await forgetVoters(db, people.add({ hours: 1 }))
  const forgotten = await db.select().from(pollVotes)
  expect([await voters(), (await choices()).toSorted()]).toEqual([
    ['gone-', 'gone-'],
    [['1'], ['2']],
  ])
  await forgetVoters(db, people.add({ hours: 2 }))
  expect(await db.select().from(pollVotes)).toEqual(forgotten)
})
