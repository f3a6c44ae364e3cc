import type { Project } from '../../db/schema.ts'
import { inviteCoSpeakers } from '../../server/stories/invite-co-speakers.ts'
import { storyHeldBy } from '../../server/stories/queries.ts'
import { review } from '../../server/stories/review.ts'
import type { world } from '../world.ts'
import { bring, openCall, storyCalled, tokenOf } from './cast.ts'

/** Calls for the meeting and the project, with so many stories, each told by two and read by both organisers. */
export async function storiesIn(
  { db, kickoff, owner, organiser }: Awaited<ReturnType<typeof world>>,
  project: Project,
  { title, size }: { title: string; size: number },
  present: Temporal.Instant,
) {
  const questions = [{ id: '', label: { lv: title, en: title }, required: true }]
  const details = { title: { lv: title, en: title }, questions, closesAt: present.add({ hours: 24 * 7 }) }
  await openCall(db, project, null, owner, details, present)
  const call = await openCall(db, project, kickoff, owner, details, present)
  const answers = { [`${call.questions[0]?.id}`]: title }
  const tokens: string[] = []
  for (let i = 0; i < size; i += 1) {
    const said = { title: `${title} ${i}`, abstract: title, wishes: title, answers }
    const email = `story${i}@example.org`
    tokens.push(await bring(db, call, { story: said, teller: { name: title, bio: title }, email }, 'hand-in', present))
    const held = await storyHeldBy(db, `${tokens[i]}`, present)
    if (held) await inviteCoSpeakers(db, held, [`co${i}@example.org`, `co-too${i}@example.org`], present)
    const { id } = await storyCalled(db, said.title)
    for (const by of [owner, organiser]) await review(db, project, { id }, { score: 4, comment: title }, by, present)
  }
  const { id: story } = await storyCalled(db, `${title} 0`)
  return { story, storyToken: `${tokens[0]}`, coToken: await tokenOf(db, 'co0@example.org') }
}
