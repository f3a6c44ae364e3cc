import type { Letter } from '../../db/schema.ts'
import { type Kept, keptOf } from '../mail/outbox/kept.ts'
import type { Addressee } from './addressees.ts'
import { type Heard, heardIn } from './heard.ts'

export type Digest = Addressee & Heard & Kept & { queuedAt: Temporal.Instant }

/** What becomes of a new digest beside those that have not reached the same address. */
type Settled = {
  /** Null when one that waits will tell it all. */
  digest: Digest | null
  overtaken: Letter[]
}

/**
 * `heard`: what whoever is written to now knows otherwise; `told`: the release that an earlier attempt would have told
 * of. One that was tried may have arrived, as things were then: a new letter follows it, which takes that into account.
 */
export function settle(
  addressee: Addressee,
  unheard: readonly Letter[],
  { heard, told }: { heard: Heard; told: number },
  now: Temporal.Instant,
): Settled {
  const open = unheard.filter((letter) => letter.claimedUntil === null && heardIn(letter) !== null)
  const [first] = open
  if (first && open.length === 1 && isUntried(first) && tells(first, addressee, heard))
    return { digest: null, overtaken: [] }
  const everybody = open.reduce(together, addressee)
  const said = { ...known(open, heard, told), ...keptOf(open.findLast(({ endedAt }) => endedAt === null)) }
  return { digest: { ...everybody, ...said, queuedAt: after(unheard, now) }, overtaken: open }
}

/** The speakers that a digest was queued for. */
export function speakersOf({ facts: { speakers = '' } }: Pick<Letter, 'facts'>): string[] {
  return speakers.split(' ').filter(Boolean)
}

function isUntried({ attempts, endedAt }: Letter): boolean {
  return attempts === 0 && endedAt === null
}

function tells(letter: Letter, { registrationId, speakerIds }: Addressee, { from }: Heard): boolean {
  const included = speakersOf(letter)
  return (
    (heardIn(letter)?.from ?? 0) <= from &&
    (registrationId === null || letter.registrationId === registrationId) &&
    speakerIds.every((id) => included.includes(id))
  )
}

function together(addressee: Addressee, letter: Letter): Addressee {
  return {
    ...addressee,
    registrationId: addressee.registrationId ?? letter.registrationId,
    speakerIds: [...new Set([...speakersOf(letter), ...addressee.speakerIds])],
  }
}

function known(open: readonly Letter[], heard: Heard, told: number): Heard {
  const before = open.flatMap((letter) => heardIn(letter) ?? [])
  const from = Math.min(heard.from, ...before.map((one) => one.from))
  const tried = open.some(({ attempts }) => attempts > 0) ? [told] : []
  const later = [...before.flatMap((one) => [one.from, ...one.maybe]), ...tried].filter((number) => number > from)
  return { from, maybe: [...new Set(later)] }
}

/** Later than what is on its way to the same address: their letters go in this order. */
function after(unheard: readonly Letter[], now: Temporal.Instant): Temporal.Instant {
  const last = unheard.at(-1)?.queuedAt
  return last && Temporal.Instant.compare(last, now) >= 0 ? last.add({ milliseconds: 1 }) : now
}
