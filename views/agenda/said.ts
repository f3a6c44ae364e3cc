import type { Slot } from '../../db/schema.ts'
import { plain } from '../parts/texts.ts'
import type { Say } from '../say.ts'
import { time } from '../when.ts'
import type { AgendaView } from './page.ts'
import { warned } from './warned.ts'

/** Where a slot has got to, and what is wrong with that, for those who cannot see it move. */
export function saidOfSlot(
  say: Say,
  view: Pick<AgendaView, 'board' | 'project' | 'meeting'>,
  changed: Pick<Slot, 'id' | 'title'>,
): string {
  const { board, project, meeting } = view
  const slot = board.slots.find(({ id }) => id === changed.id)
  const title = plain(say, (slot ?? changed).title, project.locales)
  if (!slot) return say('agenda.said.removed', { title })
  const timed = board.timed.find(({ id }) => id === slot.id)
  if (!timed) return say('agenda.said.in-tray', { title })
  const at = { title, time: time(timed.startsAt, meeting.zone, say.locale), minutes: slot.minutes }
  const room = board.rooms.find(({ id }) => id === slot.roomId)
  const placed = room
    ? say('agenda.said.placed-in', { ...at, room: plain(say, room.name, project.locales) })
    : say('agenda.said.placed', at)
  const warnings = board.warnings.get(slot.id) ?? []
  return [placed, ...warnings.map((warning) => `${warned(say, view, warning)}.`)].join(' ')
}

/** With who else has changed something since the page was shown. */
export function withOthers(say: Say, said: string, others: readonly string[]): string {
  if (others.length === 0) return said
  const names = new Intl.ListFormat(say.locale).format(others)
  return [said, say('agenda.said.others', { names })].filter(Boolean).join(' ')
}
