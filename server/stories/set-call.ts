import { and, eq, inArray, lt } from '../../db/drizzle.ts'
import type { Database, Tx } from '../../db/open.ts'
import {
  type Call,
  calls,
  type Meeting,
  type Organiser,
  type Project,
  stories,
  storyLinks,
  storySpeakers,
} from '../../db/schema.ts'
import { record } from '../history.ts'
import { writableProject } from '../projects/writable.ts'
import { notFound } from '../refusal.ts'
import type { CallInput } from './call-form.ts'
import { linksEnd } from './links.ts'
import { callOf } from './queries.ts'
import { nextQuestions } from './questions.ts'

/** Calls for stories, or changes the call there is. What was brought to it stays, whatever is asked from now on. */
export async function setCall(
  db: Database,
  project: Project,
  meeting: Meeting | null,
  input: CallInput,
  by: Organiser,
  now: Temporal.Instant,
): Promise<Call> {
  return await db.transact(
    async (tx) => {
      await writableProject(tx, project)
      const before = await callOf(tx, project, meeting)
      const call = before ? await change(tx, before, input) : await begin(tx, project, meeting, input, now)
      await keepLinksAlive(tx, call, meeting, now)
      const where = { project, ...(meeting ? { meeting } : {}) }
      await record(tx, before ? 'call.edited' : 'call.opened', by, where, now)
      return call
    },
    { touches: project.id, lock: project.id },
  )
}

async function begin(tx: Tx, project: Project, meeting: Meeting | null, input: CallInput, now: Temporal.Instant) {
  const questions = nextQuestions([], input.questions, [])
  const row = { ...input, questions, opensAt: input.opensAt ?? now }
  const [call = notFound()] = await tx
    .insert(calls)
    .values({ ...row, projectId: project.id, meetingId: meeting?.id ?? null, createdAt: now })
    .returning()
  return call
}

async function change(tx: Tx, before: Call, input: CallInput): Promise<Call> {
  const brought = await tx.select({ answers: stories.answers }).from(stories).where(eq(stories.callId, before.id))
  const questions = nextQuestions(before.questions, input.questions, brought)
  const [call = notFound()] = await tx
    .update(calls)
    .set({ ...input, questions, opensAt: input.opensAt ?? before.opensAt })
    .where(eq(calls.id, before.id))
    .returning()
  return call
}

/** A call that goes on for longer must not shut those out who began early. */
async function keepLinksAlive(tx: Tx, call: Call, meeting: Meeting | null, now: Temporal.Instant): Promise<void> {
  const expiresAt = linksEnd(call, meeting, now)
  const ofCall = tx
    .select({ id: storySpeakers.id })
    .from(storySpeakers)
    .innerJoin(stories, eq(stories.id, storySpeakers.storyId))
    .where(eq(stories.callId, call.id))
  await tx
    .update(storyLinks)
    .set({ expiresAt })
    .where(and(inArray(storyLinks.storySpeakerId, ofCall), lt(storyLinks.expiresAt, expiresAt)))
}
