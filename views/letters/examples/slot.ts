import type { ReleasedSlot } from '../../../server/agenda/release.ts'
import { evening, type Stage } from './meeting.ts'
import { people, titles } from './names.ts'

/** A slot as the public knows it, so many minutes after the meeting begins. */
export function exampleSlot(stage: Stage, after = 60): ReleasedSlot {
  const startsAt = evening(stage, 19).add({ minutes: after })
  return {
    ...{ id: `slot-${after}`, slug: 'example', type: 'story', title: titles.slot, summary: {}, room: titles.room },
    ...{ startsAt: startsAt.toString(), endsAt: startsAt.add({ minutes: 20 }).toString(), pinned: false },
    ...{ speakers: [{ id: 'example', name: people.speaker }], sequence: 0, changedAt: stage.now.toString() },
  }
}
