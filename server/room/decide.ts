import { and, eq, isNotNull } from '../../db/drizzle.ts'
import type { Database, Tx } from '../../db/open.ts'
import { type Meeting, type Organiser, type Project, type Voice, voices } from '../../db/schema.ts'
import { tellAskers } from '../dialogue/tell-askers.ts'
import { writableProject } from '../projects/writable.ts'
import { notFound, Refusal } from '../refusal.ts'

export const decisions = ['show', 'hide', 'merge', 'spoken', 'unspoken'] as const
export type Decision = { deed: (typeof decisions)[number]; into: string }

type Where = { project: Pick<Project, 'id'>; meeting: Pick<Meeting, 'id'> }

/** What becomes of a question: seen by all, by nobody, one with another, or answered aloud. */
export async function decide(
  db: Database,
  { project, meeting }: Where,
  voiceId: string,
  decision: Decision,
  by: Organiser,
  now: Temporal.Instant,
): Promise<void> {
  const touched = [meeting.id, voiceId, ...(decision.deed === 'merge' ? [decision.into] : [])]
  await db.transact(
    async (tx) => {
      await writableProject(tx, project)
      const voice = await questionIn(tx, meeting, voiceId)
      const change = await changed(tx, meeting, voice, decision, now)
      const decided = { decidedAt: now, decidedBy: by.id }
      await tx
        .update(voices)
        .set({ ...decided, ...change })
        .where(eq(voices.id, voice.id))
      if (change.mergedInto) await tellOfAnswer(tx, project, change.mergedInto, now)
    },
    { touches: project.id, lock: [...new Set(touched)] },
  )
}

async function changed(
  tx: Tx,
  meeting: Where['meeting'],
  voice: Voice,
  { deed, into }: Decision,
  now: Temporal.Instant,
) {
  if (deed === 'show') return { status: 'shown' as const, mergedInto: null }
  if (deed === 'hide') return { status: 'hidden' as const, mergedInto: null }
  if (deed === 'spoken') return { spokenAt: voice.spokenAt ?? now }
  if (deed === 'unspoken') return { spokenAt: null }
  const kept = await questionIn(tx, meeting, into)
  if (kept.id === voice.id || kept.status !== 'shown') throw new Refusal('moderate.cannot-merge')
  if (voice.answeredAt) throw new Refusal('moderate.is-answered')
  // What was merged into this one before asks the same as the other now.
  await tx.update(voices).set({ mergedInto: kept.id }).where(eq(voices.mergedInto, voice.id))
  return { status: 'merged' as const, mergedInto: kept.id }
}

/** Whoever asks what is answered already hears of it like all others. */
async function tellOfAnswer(tx: Tx, project: Where['project'], keptId: string, now: Temporal.Instant): Promise<void> {
  const answered = and(eq(voices.id, keptId), isNotNull(voices.answeredAt))
  const [kept] = await tx.select({ id: voices.id }).from(voices).where(answered)
  if (kept) await tellAskers(tx, project, kept, now)
}

async function questionIn(tx: Tx, meeting: Where['meeting'], id: string): Promise<Voice> {
  const [found] = await tx
    .select()
    .from(voices)
    .where(and(eq(voices.meetingId, meeting.id), eq(voices.kind, 'question'), eq(voices.id, id)))
  return found ?? notFound()
}
