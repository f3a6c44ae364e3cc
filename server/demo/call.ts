import { proposals, call as told } from '../../db/demo/call.ts'
import { and, eq } from '../../db/drizzle.ts'
import type { Database } from '../../db/open.ts'
import { type Call, type Meeting, type Organiser, type Project, stories } from '../../db/schema.ts'
import { acceptStories } from '../stories/accept-stories.ts'
import { propose } from '../stories/propose.ts'
import { review } from '../stories/review.ts'
import { setCall } from '../stories/set-call.ts'

type Proposal = (typeof proposals)[number]

const days = (count: number) => ({ hours: 24 * count })

/** Asks for stories; some come in, are read and scored, and one lands in the tray of the meeting being planned. */
export async function askForStories(
  db: Database,
  project: Project,
  meeting: Meeting,
  by: Organiser,
  now: Temporal.Instant,
): Promise<void> {
  const asked = now.subtract(days(6))
  const { title, text, types, question } = told
  const input = {
    title,
    text,
    types,
    opensAt: null,
    closesAt: eveningAhead(project, now),
    questions: [{ ...asQuestion, label: question }],
  }
  const call = await setCall(db, project, null, input, by, asked)
  for (const [i, one] of proposals.entries()) {
    await bring(db, call, one, asked.add(days(1 + i)))
    await judge(db, project, meeting, call, one, by, now.subtract({ hours: 5 - i }))
  }
}

/** The last minute of a day five weeks ahead. */
function eveningAhead({ zone }: Project, now: Temporal.Instant): Temporal.Instant {
  return now.toZonedDateTimeISO(zone).add({ weeks: 5 }).withPlainTime('23:59').toInstant()
}

const asQuestion = { id: '', required: false }

async function bring(db: Database, call: Call, one: Proposal, now: Temporal.Instant): Promise<void> {
  const { title, abstract, type, name, email, kind } = one
  const story = { title, abstract, type, language: 'lv' as const, wishes: '', answers: {} }
  const teller = { kind, name, bio: '', minor: false, guardianEmail: null }
  const proposal = { story, teller, email, locale: 'lv' as const, coSpeakers: [] }
  await propose(db, call, proposal, one.state === 'draft' ? 'save' : 'hand-in', now)
}

async function judge(
  db: Database,
  project: Project,
  meeting: Meeting,
  call: Call,
  { title, score, comment = '', state }: Proposal,
  by: Organiser,
  now: Temporal.Instant,
): Promise<void> {
  const [story] = await db
    .select()
    .from(stories)
    .where(and(eq(stories.callId, call.id), eq(stories.title, title)))
  if (!story || score === undefined) return
  await review(db, project, story, { score, comment }, by, now)
  if (state === 'accepted')
    await acceptStories(db, { project, meeting, call }, [story.id], by, now.add({ minutes: 10 }))
}
