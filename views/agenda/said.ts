import type { Slot } from '../../db/schema.ts'
import { plain } from '../parts/texts.ts'
import type { Say } from '../say.ts'
import { time } from '../when.ts'
import type { AgendaView } from './page.ts'

/** Where a slot has got to, in one sentence for those who cannot see it move. */
export function saidOfSlot(
  say: Say,
  { board, project, meeting }: Pick<AgendaView, 'board' | 'project' | 'meeting'>,
  changed: Pick<Slot, 'id' | 'title'>,
): string {
  const slot = board.slots.find(({ id }) => id === changed.id)
  const title = plain(say, (slot ?? changed).title, project.locales)
  if (!slot) return say('agenda.said.removed', { title })
  const timed = board.timed.find(({ id }) => id === slot.id)
  if (!timed) return say('agenda.said.in-tray', { title })
  return say('agenda.said.placed', { title, time: time(timed.startsAt, meeting.zone, say.locale) })
}

/** With who else has changed something since the page was shown. */
export function withOthers(say: Say, said: string, others: readonly string[]): string {
  if (others.length === 0) return said
  const names = new Intl.ListFormat(say.locale).format(others)
  return [said, say('agenda.said.others', { names })].filter(Boolean).join(' ')
}
