import type { ReleasedSlot } from './release.ts'

export type NowAndNext = {
  /** Before the first slot, after the last, or between them, where it may be that just nothing runs. */
  state: 'before' | 'running' | 'over'
  current: ReleasedSlot[]
  /** The next slot of every room, those of all rooms included; in the order of time. */
  next: ReleasedSlot[]
  /** When any of this changes by itself; null: never again. */
  until: Temporal.Instant | null
}

/** What runs at a moment, and what follows. A slot has ended at its end. */
export function nowAndNext(slots: readonly ReleasedSlot[], now: Temporal.Instant): NowAndNext {
  const current = slots.filter((slot) => isReached(slot.startsAt, now) && !isReached(slot.endsAt, now))
  const ahead = slots.filter(({ startsAt }) => !isReached(startsAt, now))
  const turns = slots.flatMap(({ startsAt, endsAt }) => [startsAt, endsAt]).filter((turn) => !isReached(turn, now))
  const [until = null] = turns.map((turn) => Temporal.Instant.from(turn)).sort(Temporal.Instant.compare)
  const isOver = current.length === 0 && ahead.length === 0
  const state = isOver ? 'over' : slots.length === ahead.length ? 'before' : 'running'
  return { state, current, next: firstOfEachRoom(ahead), until }
}

/** Nobody has anything before what is next in all rooms, so nothing after that is next for anybody. */
function firstOfEachRoom(ahead: readonly ReleasedSlot[]): ReleasedSlot[] {
  const shared = ahead.findIndex(({ room }) => room === null)
  const reach = shared === -1 ? ahead : ahead.slice(0, shared + 1)
  const roomOf = ({ room }: ReleasedSlot) => JSON.stringify(room)
  return reach.filter((slot, i) => reach.findIndex((other) => roomOf(other) === roomOf(slot)) === i)
}

/** Until when a page that says "in five minutes" is true: the next turn, and at most the end of this minute. */
export function holdsUntil({ until }: Pick<NowAndNext, 'until'>, now: Temporal.Instant): Temporal.Instant {
  const minute = now.round({ smallestUnit: 'minute', roundingMode: 'floor' }).add({ minutes: 1 })
  return until && Temporal.Instant.compare(until, minute) < 0 ? until : minute
}

function isReached(at: string, now: Temporal.Instant): boolean {
  return Temporal.Instant.compare(Temporal.Instant.from(at), now) <= 0
}
