import { expect, test } from 'vitest'
import { asc, isNotNull } from '../../db/drizzle.ts'
import { voices, voiceVotes } from '../../db/schema.ts'
import { forgetVoices } from '../../server/dialogue/forget.ts'
import { now, world } from '../world.ts'
import { addVoice } from './cast.ts'

const days = (count: number) => ({ hours: 24 * count })

test('what was put with a question that nobody was shown goes with it, and an address with the word that answered it', async () => {
  const here = await world()
  const { db, kickoff } = here
  const meetingId = kickoff.id
  const rude = await addVoice(here, 'Rupji', { meetingId, status: 'hidden' })
  await addVoice(here, 'Rupji, citiem vārdiem', { meetingId, status: 'merged', mergedInto: rude.id })
  const aloud = await addVoice(here, 'Kad?', { meetingId, spokenAt: kickoff.startsAt })
  const open = await addVoice(here, 'Kur?', { meetingId })
  for (const { id: mergedInto } of [aloud, open]) {
    const email = `${mergedInto}@example.org`
    await addVoice(here, 'Tas pats', { meetingId, status: 'merged', mergedInto, email })
  }
  await forgetVoices(db, kickoff.endsAt.add(days(31)))
  const left = await db.select().from(voices).orderBy(asc(voices.text))
  expect(left.map(({ text }) => text)).toEqual(['Kad?', 'Kur?', 'Tas pats', 'Tas pats'])
  const written = await db.select({ to: voices.email }).from(voices).where(isNotNull(voices.email))
  expect(written).toEqual([{ to: `${open.id}@example.org` }])
})

test('a browser that has voted for an old idea cannot vote again as soon as others are forgotten', async () => {
  const here = await world()
  const { db } = here
  const idea = await addVoice(here, 'Skeitparks', { kind: 'idea' })
  const later = now.add(days(400))
  const cast = [
    { voterHash: 'early', at: now },
    { voterHash: 'late', at: later },
  ]
  await db.transact((tx) => tx.insert(voiceVotes).values(cast.map((vote) => ({ ...vote, voiceId: idea.id }))), {
    touches: 'everything',
  })
  const known = async () => (await db.select().from(voiceVotes)).map(({ voterHash }) => voterHash.slice(0, 5)).sort()
  await forgetVoices(db, later.add(days(1)))
  expect(await known()).toEqual(['gone ', 'late'])
  await forgetVoices(db, later.add(days(366)))
  expect(await known()).toEqual(['gone ', 'gone '])
})
