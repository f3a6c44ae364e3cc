import type { Consent, PhotoChannel, Registration } from '../../db/schema.ts'

/** `before`: a yes, but to words that have changed since. Only `yes` lets somebody be recognised on a photo. */
export type ConsentStanding = 'yes' | 'no' | 'before' | 'unasked'

/** How it stands with one person, by channel. */
export type PhotoConsents = Readonly<Record<PhotoChannel, ConsentStanding>>

export const photoChannels = ['web', 'social', 'press', 'funder'] as const satisfies PhotoChannel[]

type Word = Pick<Consent, 'channel' | 'agreed' | 'by' | 'textVersion'>

/** From all that was said about one person, in the order it was said, and the words in force. */
export function standingOf(words: readonly Word[], ageBand: Registration['ageBand'], version: string): PhotoConsents {
  const of = (channel: PhotoChannel) =>
    inOneWord(
      words.filter((word) => word.channel === channel),
      ageBand,
      version,
    )
  return { web: of('web'), social: of('social'), press: of('press'), funder: of('funder') }
}

/** Whoever is of age speaks for themselves. For everybody else a yes is a guardian's, or one on paper, and their own no outweighs it. */
function inOneWord(words: readonly Word[], ageBand: Registration['ageBand'], version: string): ConsentStanding {
  const own = words.findLast(({ by }) => by === 'self')
  if (ageBand === 'adult') return inForce(words.at(-1), version)
  if (own && !own.agreed) return 'no'
  return inForce(
    words.findLast(({ by }) => by !== 'self'),
    version,
  )
}

function inForce(word: Word | undefined, version: string): ConsentStanding {
  if (!word) return 'unasked'
  if (!word.agreed) return 'no'
  return word.textVersion === version ? 'yes' : 'before'
}
