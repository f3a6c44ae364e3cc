import { expect, test } from 'vitest'
import { consents, participants } from '../../db/schema.ts'
import { consentsOf } from '../../server/consents/consents-of.ts'
import { publishText } from '../../server/consents/publish-text.ts'
import { currentText } from '../../server/consents/queries.ts'
import { sayConsent } from '../../server/consents/say-consent.ts'
import { standingOf } from '../../server/consents/standing.ts'
import { register } from '../../server/registrations/register.ts'
import { readsOf } from '../reads.ts'
import { now, world } from '../world.ts'

type Word = Parameters<typeof standingOf>[0][number]

const current = 'consent.text-1'
const word = (by: Word['by'], agreed: boolean, textVersion = current): Word => ({
  channel: 'web',
  by,
  agreed,
  textVersion,
})
const web = (words: Word[], age: 'child' | 'young' | 'adult' | null) => standingOf(words, age, current).web

test('no word means no, and so does a yes to other words', () => {
  expect(web([], 'adult')).toBe('unasked')
  expect(web([word('self', true, 'older')], 'adult')).toBe('before')
  const standing = standingOf(
    [word('self', true), { ...word('self', true, 'older'), channel: 'press' }],
    'adult',
    current,
  )
  expect(standing).toEqual({ web: 'yes', press: 'before', social: 'unasked', funder: 'unasked' })
})

test('whoever is of age speaks for themselves, and the latest word counts', () => {
  expect(web([word('self', true)], 'adult')).toBe('yes')
  expect(web([word('self', true), word('self', false)], 'adult')).toBe('no')
  expect(web([word('self', false), word('organiser', true)], 'adult')).toBe('yes')
})

test('for anybody younger, or of unknown age, a yes is a guardian’s, or one on paper', () => {
  for (const age of ['child', 'young', null] as const) {
    expect(web([word('self', true)], age)).toBe('unasked')
    for (const by of ['guardian', 'teacher', 'organiser'] as const) expect(web([word(by, true)], age)).toBe('yes')
    expect(web([word('guardian', true), word('guardian', false)], age)).toBe('no')
  }
})

test('a young person’s own no outweighs every yes, whichever came first, until they take it back', () => {
  const [no, yes] = [word('self', false), word('guardian', true)]
  expect([web([no, yes], 'young'), web([yes, no], 'young')]).toEqual(['no', 'no'])
  expect(web([word('self', false, 'older'), yes], 'young')).toBe('no')
  expect(web([yes, no, word('self', true)], 'young')).toBe('yes')
})

async function withPeople() {
  const here = await world({ photoChannels: ['web', 'press'] })
  const { db, project, kickoff, pupils } = here
  const person = (name: string) => ({ name, email: `${name}@example.org`, groupId: pupils.id, locale: 'lv' as const })
  const people = []
  for (const name of ['anna', 'juris', 'sami']) {
    const said = { ...person(name), ageBand: 'adult' as const, birthYear: 2000 }
    people.push((await register(db, project, kickoff, said, now)).registration)
  }
  const [anna, juris, sami] = people
  if (!anna || !juris || !sami) throw new Error('nobody')
  const saying = { by: 'self', locale: 'lv', textVersion: current } as const
  const say = (registration: typeof anna, agreed: boolean, how: object = {}) =>
    db.transact((tx) => sayConsent(tx, registration, [{ channel: 'web', agreed }], { ...saying, ...how }, now), {
      touches: 'nothing',
    })
  return { ...here, anna, juris, sami, say }
}

test('what is said is kept beside all that was said before, and the same again is nothing new', async () => {
  const { db, anna, say } = await withPeople()
  for (const agreed of [true, true, false, true]) await say(anna, agreed)
  const rows = await db.select().from(consents)
  expect(rows.map(({ agreed }) => agreed)).toEqual([true, false, true])
  expect(new Set(rows.map(({ at }) => at.epochMilliseconds)).size).toBe(3)
})

test('how it stands with many is read at once, and each speaks for themselves alone', async () => {
  const { db, project, anna, juris, sami, say } = await withPeople()
  await say(anna, true)
  await say(juris, false)
  const [friend] = await db.transact(
    (tx) => tx.insert(participants).values({ registrationId: sami.id, position: 1, name: 'Draugs' }).returning(),
    { touches: 'nothing' },
  )
  if (!friend) throw new Error('no friend')
  await say(sami, true, { by: 'teacher', participantId: friend.id })
  const many = [anna, juris, sami]
  expect(await readsOf(async () => await consentsOf(db, project, many))).toBe(2)
  const consents = await consentsOf(db, project, many)
  expect([anna, juris, sami].map((one) => consents(one).web)).toEqual(['yes', 'no', 'unasked'])
  expect([consents(sami, friend).web, consents(sami, { id: 'another' }).web]).toEqual(['yes', 'unasked'])
})

test('new words end every yes but no no; the same words again change nothing', async () => {
  const { db, project, owner, anna, juris, say } = await withPeople()
  await say(anna, true)
  await say(juris, false)
  const text = { lv: 'Drīkst rādīt.', en: 'May be shown.' }
  for (const _ of ['once', 'again']) await publishText(db, project, text, owner, now)
  const { version, own } = await currentText(db, project)
  expect(own).toEqual(text)
  const after = await consentsOf(db, project, [anna, juris])
  expect([after(anna).web, after(juris).web]).toEqual(['before', 'no'])
  await say(anna, true, { textVersion: version })
  expect((await consentsOf(db, project, [anna]))(anna).web).toBe('yes')
})
