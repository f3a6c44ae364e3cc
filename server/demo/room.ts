import { openPoll as poll, questions } from '../../db/demo/room.ts'
import type { Database } from '../../db/open.ts'
import type { Meeting, Organiser, Project } from '../../db/schema.ts'
import { makePoll } from '../polls/make-poll.ts'
import { openPoll } from '../polls/run-poll.ts'
import { voteInPoll } from '../polls/vote-in-poll.ts'
import { groupsOf } from '../projects/queries.ts'
import { ask } from '../room/ask.ts'
import { decide } from '../room/decide.ts'
import { openRoom } from '../room/open-room.ts'
import { vote } from '../room/vote.ts'
import { phone, voiceCalled } from './dialogue.ts'

type Told = { db: Database; project: Project; by: Organiser }

/** Opens the next meeting's room ahead of it: questions, two of them still to be looked at, and a poll. */
export async function openTheRoom(here: Told, meeting: Meeting, now: Temporal.Instant): Promise<void> {
  const { db, project, by } = here
  const where = { project, meeting }
  await openRoom(db, where, by, now)
  const groups = await groupsOf(db, project)
  for (const [i, { text, group, votes, waiting }] of questions.entries()) {
    const at = now.add({ minutes: 2 * i })
    const question = { text, slot: '', group: groups[group]?.id ?? '', name: '', email: '' }
    await ask(db, where, question, { locale: 'lv', voterHash: phone(text) }, at)
    if (waiting) continue
    const { id } = await voiceCalled(db, project, text)
    await decide(db, where, id, { deed: 'show', into: '' }, by, at.add({ minutes: 1 }))
    for (let v = 0; v < votes; v++) await vote(db, where, id, 'vote', phone(`${v}`), at.add({ minutes: 2 }))
  }
  await putToTheVote(here, meeting, now.add({ minutes: 20 }))
}

async function putToTheVote({ db, project, by }: Told, meeting: Meeting, now: Temporal.Instant): Promise<void> {
  const { kind, question, options } = poll
  const found = { project, meeting }
  const input = { kind, question, options: options.map(({ label }) => label) }
  const made = await makePoll(db, found, input, by, now)
  await openPoll(db, found, made, by, now)
  const said = options.flatMap(({ votes }, i) => Array.from({ length: votes }, () => `${i + 1}`))
  for (const [v, choice] of said.entries())
    await voteInPoll(db, found, made, { choices: [choice], voterHash: phone(`${v}`) }, now.add({ seconds: v }))
}
