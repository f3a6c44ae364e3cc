import { type Localised, locales } from '../../db/languages.ts'
import type { Meeting, Room } from '../../db/schema.ts'
import type { DraftAgenda, SpokenSlot } from '../../server/agenda/queries.ts'
import type { Typed } from '../../server/forms.ts'
import { local } from '../when.ts'

/** What a slot's form holds before anybody types. */
export function typedSlot(slot: SpokenSlot, { zone }: Pick<Meeting, 'zone'>): Typed {
  return {
    type: slot.type,
    ...inFields('title', slot.title),
    ...inFields('summary', slot.summary),
    minutes: String(slot.minutes),
    gapMinutes: slot.gapMinutes === 0 ? '' : String(slot.gapMinutes),
    room: slot.roomId ?? '',
    day: slot.dayId ?? '',
    pinnedAt: local(slot.pinnedAt, zone),
    speakers: slot.speakers.map(({ name }) => name).join('\n'),
    internal: slot.internal ? 'yes' : '',
    introducedBy: slot.introducedBy,
    slidesWanted: slot.slidesWanted ? 'yes' : '',
  }
}

/** A new slot goes where the last one went. */
export function typedNext({ days, slots }: Pick<DraftAgenda, 'days' | 'slots'>): Typed {
  const last = slots.findLast(({ dayId }) => dayId !== null)
  return { type: 'story', day: last?.dayId ?? days[0]?.id ?? '', room: last?.roomId ?? '' }
}

export function typedRoom({ name, capacity }: Pick<Room, 'name' | 'capacity'>): Typed {
  return { ...inFields('name', name), capacity: capacity === null ? '' : String(capacity) }
}

function inFields(name: string, texts: Localised): Typed {
  return Object.fromEntries(locales.map((locale) => [`${name}.${locale}`, texts[locale] ?? '']))
}
