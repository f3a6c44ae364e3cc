import { expect, test } from 'vitest'
import { publishAnswer, takeBackAnswer } from '../../server/dialogue/answer.ts'
import { giveItems } from '../../server/dialogue/give.ts'
import { remindAnswerers } from '../../server/dialogue/remind.ts'
import { type Decision, decide } from '../../server/room/decide.ts'
import { now } from '../world.ts'
import { addVoice, council, days, voiceBy } from './cast.ts'

test('an answer taken back before its letter went is told when it is given again', async () => {
  const { db, project, owner, asked, lettersOf } = await council()
  const same = await addVoice({ db, project }, 'Un laternas?', {
    ...{ meetingId: asked.meetingId, status: 'merged', mergedInto: asked.id, email: 'sami@example.org' },
  })
  await publishAnswer(db, project, asked, { lv: 'Nē.' }, owner, now)
  await takeBackAnswer(db, project, asked, owner, now.add({ seconds: 20 }))
  expect(await lettersOf('voice-answered')).toEqual([])
  expect((await voiceBy(db, same)).email).toBe('sami@example.org')
  await publishAnswer(db, project, asked, { lv: 'Jā.' }, owner, now.add(days(1)))
  const told = (await lettersOf('voice-answered')).map(({ recipient }) => recipient).sort()
  expect(told).toEqual(['elza@example.org', 'sami@example.org'])
})

test('what everybody reads is not emptied by somebody who still has it open as a draft', async () => {
  const { db, project, owner, answerer, asked, send } = await council()
  await giveItems(db, project, { ids: [asked.id], answererId: answerer.id }, owner, now)
  await publishAnswer(db, project, asked, { lv: 'Jā.' }, owner, now)
  const kept = await send(answerer, `/organise/gen-y-city/answers/${asked.id}`, { 'answer.lv': '', deed: 'keep' })
  expect([kept.statusCode, (await voiceBy(db, asked)).answer]).toEqual([422, { lv: 'Jā.' }])
})

test('whoever asks what is answered already is told too, and an answer is never merged away', async () => {
  const { db, project, kickoff, owner, asked, lettersOf } = await council()
  const late = await addVoice({ db, project }, 'Un laternas?', { meetingId: kickoff.id, email: 'sami@example.org' })
  await publishAnswer(db, project, asked, { lv: 'Jā.' }, owner, now)
  const merge = (voice: { id: string }, into: { id: string }) => {
    const decision: Decision = { deed: 'merge', into: into.id }
    return decide(db, { project, meeting: kickoff }, voice.id, decision, owner, now)
  }
  await expect(merge(asked, late)).rejects.toMatchObject({ key: 'moderate.is-answered' })
  await expect(merge(late, late)).rejects.toMatchObject({ key: 'moderate.cannot-merge' })
  expect(await voiceBy(db, asked)).toMatchObject({ status: 'shown', answer: { lv: 'Jā.' } })
  await merge(late, asked)
  const told = (await lettersOf('voice-answered')).map(({ recipient }) => recipient).sort()
  expect([told, (await voiceBy(db, late)).email]).toEqual([['elza@example.org', 'sami@example.org'], null])
})

test('of a date moved closer an answerer is reminded; of what a letter has just said they are not', async () => {
  const { db, project, owner, answerer, organiser, asked, lettersOf } = await council()
  const ids = [asked.id]
  const reminded = async (at: string) => {
    await remindAnswerers(db, Temporal.Instant.from(at))
    return (await lettersOf('voices-reminder')).map(({ organiserId }) => organiserId)
  }
  await giveItems(db, project, { ids, answererId: answerer.id, dueOn: '2027-01-20' }, owner, now)
  await giveItems(db, project, { ids, dueOn: '2026-12-03' }, owner, Temporal.Instant.from('2026-12-01T08:00:00Z'))
  expect(await reminded('2026-12-01T10:00:00Z')).toEqual([answerer.id])
  const handedOn = Temporal.Instant.from('2026-12-02T08:00:00Z')
  await giveItems(db, project, { ids, answererId: organiser.id }, owner, handedOn)
  expect((await lettersOf('voices-given')).map(({ organiserId }) => organiserId)).toContain(organiser.id)
  expect(await reminded('2026-12-02T10:00:00Z')).toEqual([answerer.id])
})
