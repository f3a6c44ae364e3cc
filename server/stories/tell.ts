import { and, eq, isNull } from '../../db/drizzle.ts'
import type { Locale } from '../../db/languages.ts'
import type { Tx } from '../../db/open.ts'
import { letters, type StorySpeaker } from '../../db/schema.ts'
import { onceOf, queueLetter, queueLetters } from '../mail/queue.ts'
import type { CallFound } from './call-state.ts'
import { linksEnd, newStoryLinks } from './links.ts'

export type StoryLetter =
  | 'story-saved'
  | 'story-handed-in'
  | 'story-co-speaker'
  | 'story-reminder'
  | 'story-accepted'
  | 'story-rejected'

export async function tellProposer(
  tx: Tx,
  kind: StoryLetter,
  found: CallFound,
  me: StorySpeaker,
  now: Temporal.Instant,
): Promise<void> {
  await tellEach(tx, kind, found, [me], now)
}

/** One letter to each address, with a link of its own. */
export async function tellEach(
  tx: Tx,
  kind: StoryLetter,
  { project, meeting, call }: CallFound,
  people: readonly StorySpeaker[],
  now: Temporal.Instant,
  facts: Record<string, string> = {},
): Promise<void> {
  const once = reached(people)
  const tokens = await newStoryLinks(tx, once, linksEnd(call, meeting, now), now)
  const place = { projectId: project.id, meetingId: meeting?.id ?? null }
  const queued = once.map(({ id, email, locale }, i) => {
    const reminder = kind === 'story-reminder' ? onceOf(kind, id, `${call.closesAt}`) : null
    return { kind, ...place, storySpeakerId: id, recipient: email, locale, facts, token: tokens[i], once: reminder }
  })
  await queueLetters(tx, queued, now)
}

/** Those who are written to: each address once. */
export function reached(people: readonly StorySpeaker[]): StorySpeaker[] {
  return [...new Map(people.toReversed().map((one) => [one.email.toLowerCase(), one])).values()].reverse()
}

/** Their last story was not kept: it would have been one too many. */
export async function tellFull(
  tx: Tx,
  { project, meeting, call }: CallFound,
  { email, locale }: { email: string; locale: Locale },
  now: Temporal.Instant,
): Promise<void> {
  const place = { projectId: project.id, meetingId: meeting?.id ?? null }
  const letter = { kind: 'story-full', ...place, recipient: email, locale, facts: { call: call.id } }
  await queueLetter(tx, letter, now)
}

/** Whether a letter with a link waits for them already. */
export async function isOnItsWay(tx: Tx, { id }: Pick<StorySpeaker, 'id'>): Promise<boolean> {
  const [waiting] = await tx
    .select({ id: letters.id })
    .from(letters)
    .where(and(eq(letters.storySpeakerId, id), isNull(letters.sentAt), isNull(letters.endedAt)))
  return waiting !== undefined
}
