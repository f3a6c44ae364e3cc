import type { releases } from '../../db/schema.ts'
import type { Released, ReleasedAgenda, ReleasedSlot } from './release.ts'

export function asReleased({ agenda, version, releasedAt, name, lateMinutes }: typeof releases.$inferSelect): Released {
  return { ...agendaIn(agenda), version, releasedAt, name, lateMinutes }
}

/** As it was written down; early releases knew only the speakers' names, and nothing of pins. */
function agendaIn(json: string): ReleasedAgenda {
  const { slots, withdrawn, ...rest }: ReleasedAgenda = JSON.parse(json)
  const known = (slot: ReleasedSlot) => ({
    ...slot,
    pinned: slot.pinned ?? false,
    speakers: slot.speakers.map(asSpeaker),
  })
  return { ...rest, slots: slots.map(known), withdrawn: withdrawn.map(known) }
}

function asSpeaker(speaker: ReleasedSlot['speakers'][number] | string): ReleasedSlot['speakers'][number] {
  return typeof speaker === 'string' ? { id: '', name: speaker } : speaker
}
