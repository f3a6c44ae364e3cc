import { expect, test } from 'vitest'
import { type GuardianConsent, guardianConsents, speakers } from '../../db/schema.ts'
import { notMine } from '../../server/guardians/consent.ts'
import { mayShowPicture, unnamed, unpictured } from '../../server/speakers/queries.ts'
import { now, world } from '../world.ts'

type Answer = Partial<Pick<GuardianConsent, 'nameAgreed' | 'pictureAgreed' | 'answeredAt' | 'textVersion'>>

const both = { nameAgreed: true, pictureAgreed: true, answeredAt: now }
const nameOnly = { ...both, pictureAgreed: false }
const pictureOnly = { ...both, nameAgreed: false }
const neither = { nameAgreed: false, pictureAgreed: false, answeredAt: now }
const silent = { answeredAt: null }

/** What is public of a young speaker after these answers of as many guardians. */
async function shownAfter(answers: Answer[], minor = true) {
  const { db, project, foreign } = await world()
  const [speaker] = await db.transact(
    async (tx) => {
      const made = await tx.insert(speakers).values({ projectId: project.id, name: 'Elīna', minor }).returning()
      for (const answer of answers) {
        const row = { speakerId: made[0]?.id ?? '', locale: 'lv' as const, askedAt: now }
        await tx.insert(guardianConsents).values({ ...row, ...answer })
      }
      return made
    },
    { touches: project.id },
  )
  if (!speaker) throw new Error('no speaker')
  expect([await unnamed(db, foreign), await unpictured(db, foreign)]).toEqual([new Set(), new Set()])
  const picture = !(await unpictured(db, project)).has(speaker.id)
  expect(await mayShowPicture(db, speaker)).toBe(picture)
  return { name: !(await unnamed(db, project)).has(speaker.id), picture }
}

test.each<[string, Answer[], { name: boolean; picture: boolean }]>([
  ['nobody was asked', [], { name: false, picture: false }],
  ['nobody has answered', [silent], { name: false, picture: false }],
  ['a guardian agrees to both', [both], { name: true, picture: true }],
  ['a guardian agrees to the name alone', [nameOnly], { name: true, picture: false }],
  ['a guardian agrees to the picture alone: it is only seen beside the name', [pictureOnly], noneOf()],
  ['a guardian says no', [neither], { name: false, picture: false }],
  ['one of two agrees, and the other is silent', [both, silent], { name: true, picture: true }],
  ['one of two agrees, and the other says no', [both, neither], { name: false, picture: false }],
  ['one of two agrees, and the other to the name alone', [both, nameOnly], { name: true, picture: false }],
  ['one agrees, and the other was no guardian', [both, { ...neither, textVersion: notMine }], allOf()],
  ['only somebody answered who was no guardian', [{ ...neither, textVersion: notMine }], noneOf()],
])('what is public of a young speaker when %s', async (_, answers, shown) => {
  expect(await shownAfter(answers)).toEqual(shown)
})

test('a speaker of age needs no guardian, and none can hide them', async () => {
  expect([await shownAfter([], false), await shownAfter([neither], false)]).toEqual([allOf(), allOf()])
})

function noneOf() {
  return { name: false, picture: false }
}

function allOf() {
  return { name: true, picture: true }
}
