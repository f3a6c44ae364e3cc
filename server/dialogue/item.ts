import type { Meeting, Organiser, Voice } from '../../db/schema.ts'

/** A question or idea as those see it who see to it that it is answered. */
export type Item = {
  voice: Voice
  /** Where it was asked; absent on the wall. */
  meeting: Meeting | null
  /** Who is to answer it, while they may. */
  answerer: Organiser | null
  votes: number
}

export const itemStates = ['waiting', 'open', 'given', 'late', 'answered', 'hidden'] as const
export type ItemState = (typeof itemStates)[number]

/** `today`: in the project's zone. `waiting`: nobody has looked yet whether it may be shown. */
export function itemState({ voice, answerer }: Pick<Item, 'voice' | 'answerer'>, today: string): ItemState {
  if (voice.status === 'waiting' || voice.status === 'hidden') return voice.status
  if (voice.answeredAt) return 'answered'
  if (voice.dueOn && voice.dueOn < today) return 'late'
  return answerer ? 'given' : 'open'
}

export function todayIn({ zone }: { zone: string }, now: Temporal.Instant): string {
  return now.toZonedDateTimeISO(zone).toPlainDate().toString()
}
