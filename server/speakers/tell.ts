import { and, asc, eq, isNull } from '../../db/drizzle.ts'
import type { Tx } from '../../db/open.ts'
import { type Letter, letters, type Meeting, type Project, type Speaker, speakers } from '../../db/schema.ts'
import { raiseSpeakerSequence } from '../calendar/own-sequence.ts'
import { queueLetter } from '../mail/queue.ts'
import { newReplyToken } from '../secrets.ts'
import { newSpeakerLink } from './links.ts'

export type SpeakerLetter =
  | 'speaker-invitation'
  | 'speaker-reminder'
  | 'speaker-confirmed'
  | 'speaker-off'
  | 'speaker-changed'
  | 'speaker-postponed'
  | 'speaker-cancelled'

/** What is about one speaker alone: their calendar must take it for newer than what it has. */
const putsIn: readonly SpeakerLetter[] = ['speaker-confirmed', 'speaker-off']

type Where = { project: Project; meeting: Meeting }
type Telling = { facts?: Record<string, string>; dueAt?: Temporal.Instant; once?: string }

/** Queues a letter to one speaker; one without an address gets none, and one that waits untried says it already. */
export async function tellSpeaker(
  tx: Tx,
  kind: SpeakerLetter,
  { project, meeting }: Where,
  speaker: Speaker,
  now: Temporal.Instant,
  { facts = {}, dueAt, once }: Telling = {},
): Promise<void> {
  if (speaker.email === null) return
  if (!speaker.replyToken) await giveReplyToken(tx, speaker)
  const waiting = await unsentTo(tx, meeting, speaker)
  const isTold = waiting.some((one) => one.kind === kind && one.attempts === 0 && one.facts.slot === facts.slot)
  if (isTold) return
  const last = waiting.at(-1)?.queuedAt
  const letter = {
    kind,
    projectId: project.id,
    meetingId: meeting.id,
    speakerId: speaker.id,
    recipient: speaker.email,
    locale: speaker.locale ?? project.locales[0] ?? 'lv',
    facts,
    token: await newSpeakerLink(tx, speaker, meeting, now),
    // Their letters go in the order of what they tell.
    queuedAt: last && Temporal.Instant.compare(last, now) >= 0 ? last.add({ milliseconds: 1 }) : now,
    ...(dueAt ? { dueAt } : {}),
    ...(once ? { once } : {}),
  }
  await queueLetter(tx, letter, now)
  if (putsIn.includes(kind)) await raiseSpeakerSequence(tx, speaker)
}

/** Whoever was written down before there were any, or was forgotten and is asked again. */
async function giveReplyToken(tx: Tx, { id }: Pick<Speaker, 'id'>): Promise<void> {
  await tx
    .update(speakers)
    .set({ replyToken: newReplyToken() })
    .where(and(eq(speakers.id, id), isNull(speakers.replyToken)))
}

/** Oldest first. */
async function unsentTo(tx: Tx, meeting: Pick<Meeting, 'id'>, speaker: Pick<Speaker, 'id'>): Promise<Letter[]> {
  const { speakerId, meetingId, sentAt, endedAt, queuedAt } = letters
  return await tx
    .select()
    .from(letters)
    .where(and(eq(speakerId, speaker.id), eq(meetingId, meeting.id), isNull(sentAt), isNull(endedAt)))
    .orderBy(asc(queuedAt))
}
