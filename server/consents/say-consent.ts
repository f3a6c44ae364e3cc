import type { Tx } from '../../db/open.ts'
import { type Consent, consents, type PhotoChannel, type Registration } from '../../db/schema.ts'
import { wordsOf } from './queries.ts'

export type PhotoWord = { channel: PhotoChannel; agreed: boolean }

/** Who says it for whom, in which words. */
export type Saying = Pick<Consent, 'by' | 'locale' | 'textVersion'> &
  Partial<Pick<Consent, 'participantId' | 'organiserId' | 'guardianshipId'>>

/** Notes what somebody says about photos, beside all that was said before; what they say already is not said again. */
export async function sayConsent(
  tx: Tx,
  registration: Pick<Registration, 'id'>,
  words: readonly PhotoWord[],
  saying: Saying,
  now: Temporal.Instant,
): Promise<void> {
  const participantId = saying.participantId ?? null
  const earlier = (await wordsOf(tx, [registration])).filter((word) => word.participantId === participantId)
  const news = words.filter((word) => !isSaid(earlier, word, saying))
  if (news.length === 0) return
  const at = after(earlier, now)
  await tx.insert(consents).values(news.map((word) => ({ ...saying, ...word, registrationId: registration.id, at })))
}

/** The latest of all words, not only of theirs: after another's, theirs is news. */
function isSaid(earlier: readonly Consent[], { channel, agreed }: PhotoWord, { by, textVersion }: Saying): boolean {
  const last = earlier.findLast((word) => word.channel === channel)
  return last?.by === by && last.agreed === agreed && last.textVersion === textVersion
}

/** The order of saying is the order in which it counts; kept to the millisecond. */
function after(earlier: readonly Consent[], now: Temporal.Instant): Temporal.Instant {
  const last = earlier.at(-1)?.at
  return last && last.epochMilliseconds >= now.epochMilliseconds ? last.add({ milliseconds: 1 }) : now
}
