import type { Letter, Meeting, Registration } from '../../../db/schema.ts'
import { type Kept, keptOf } from '../../mail/outbox/kept.ts'
import {
  hurries,
  isNews,
  mayHaveArrived,
  overtakes,
  overtakesFormer,
  type RegistrationLetter,
  saysItToo,
} from './overtaking.ts'

type Facts = Record<string, string>

/** A letter to one person, and what it means for those that still wait in the outbox for them. */
export type Telling = {
  person: Registration
  /** One that waits says it already. */
  isTold: boolean
  overtaken: Letter[]
  hurried: Letter[]
  facts: Facts
  queuedAt: Temporal.Instant
  /** What organisers did with the letter of the same kind that it takes the place of. */
  kept: Kept
}

/** Settles a new letter with the `earlier` ones to the same address, oldest first. */
export function tellingOf(
  kind: RegistrationLetter,
  meeting: Meeting,
  person: Registration,
  earlier: readonly Letter[],
  now: Temporal.Instant,
  facts: Facts,
): Telling {
  const unsent = earlier.filter(({ sentAt }) => sentAt === null)
  const [own, former] = partition(unsent, ({ registrationId }) => registrationId === person.id)
  const [overtaken, standing] = partition(own, (letter) => overtakes(kind, letter, meeting))
  const overtakenFormer = former.filter((letter) => overtakesFormer(kind, letter))
  const isReminded = earlier.some((letter) => letter.kind === 'already' && letter.registrationId === person.id)
  return {
    person,
    isTold: (kind === 'already' && isReminded) || standing.some((letter) => saysItToo(letter, kind, meeting)),
    overtaken: [...overtaken, ...overtakenFormer],
    hurried: standing.filter((letter) => hurries(kind, letter, now)),
    facts: {
      ...lastMove([...overtakenFormer, ...overtaken]),
      ...facts,
      ...(isNews(kind) ? { ...lastKnown(overtaken), ...lastDoubt(own) } : {}),
    },
    queuedAt: after(earlier, now),
    kept: keptOf(overtaken.findLast((letter) => letter.kind === kind)),
  }
}

/** Where an organiser moved them from, if the letter that would have said so never goes. */
function lastMove(overtaken: readonly Letter[]): Facts {
  const { movedFrom, movedWas, movedWorkshops = '' } = overtaken.findLast(({ facts }) => facts.movedFrom)?.facts ?? {}
  return movedFrom && movedWas ? { movedFrom, movedWas, movedWorkshops } : {}
}

/** How the meeting was when they last heard of it, if the news in between never went. */
function lastKnown(overtaken: readonly Letter[]): Facts {
  const [oldest] = overtaken.filter(({ kind }) => isNews(kind))
  if (!oldest) return {}
  const mayKnowPostponed = overtaken.some((letter) => letter.kind === 'postponed' && mayHaveArrived(letter))
  return { ...oldest.facts, ...(mayKnowPostponed ? { status: 'postponed' } : {}) }
}

/** If they may have heard something else, even news that takes it all back must reach them. */
function lastDoubt(own: readonly Letter[]): Facts {
  return own.some((letter) => letter.kind !== 'agenda-changed' && mayHaveArrived(letter)) ? { heard: 'maybe' } : {}
}

/** Later than what the same person was written before: their letters go in this order. */
function after(earlier: readonly Letter[], now: Temporal.Instant): Temporal.Instant {
  const last = earlier.at(-1)?.queuedAt
  return last && Temporal.Instant.compare(last, now) >= 0 ? last.add({ milliseconds: 1 }) : now
}

function partition<T>(all: readonly T[], test: (one: T) => boolean): [T[], T[]] {
  return [all.filter(test), all.filter((one) => !test(one))]
}
