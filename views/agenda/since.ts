import type { Localised } from '../../db/languages.ts'
import type { Room } from '../../db/schema.ts'
import type { Since, SlotThen } from '../../server/agenda/conflict.ts'
import { plain } from '../parts/texts.ts'
import type { Say } from '../say.ts'
import { shortDay, stamp, time } from '../when.ts'
import type { AgendaView } from './page.ts'

type Where = Pick<AgendaView, 'project' | 'meeting' | 'board'>

/** What somebody did meanwhile: who and when, to what, and each thing that is otherwise now, old → new. */
export type SinceSaid = { who: string; title: string; lines: string[] }

export function sinceSaid(say: Say, where: Where, since: Since): SinceSaid {
  const who = say('agenda.since.who', {
    name: since.by ?? say('agenda.since.somebody'),
    at: stamp(since.at, where.meeting.zone, say.locale),
  })
  const { slot, room } = since
  const name = slot ? (slot.after ?? slot.before)?.title : (room?.after ?? room?.before)?.name
  const title = plain(say, name ?? {}, where.project.locales)
  return { who, title, lines: slot ? slotLines(say, where, slot) : room ? roomLines(say, where, room) : [] }
}

function slotLines(say: Say, where: Where, { before, after }: NonNullable<Since['slot']>): string[] {
  if (!before) return [say('agenda.since.added')]
  if (!after) return [say('agenda.since.removed')]
  const facts = (slot: SlotThen) => factsOf(say, where, slot)
  const old = facts(before)
  const reworded = words(where, before.summary) !== words(where, after.summary)
  const lines = facts(after).flatMap(([label, now], i) => line(say, label, old[i]?.[1] ?? '', now))
  return reworded ? [...lines, say('agenda.since.reworded')] : lines
}

function factsOf(say: Say, where: Where, slot: SlotThen): [string, string][] {
  const { zone } = where.meeting
  const yes = (is: boolean) => say(is ? 'agenda.since.yes' : 'agenda.since.no')
  return [
    [say('agenda.field.title'), words(where, slot.title)],
    [say('agenda.since.start'), startOf(say, where, slot)],
    [say('agenda.field.room'), slot.room ? plain(say, slot.room.name, where.project.locales) : say('agenda.all-rooms')],
    [say('agenda.field.minutes'), String(slot.minutes)],
    [say('agenda.field.gap'), String(slot.gapMinutes)],
    [say('agenda.field.pin'), slot.pinnedAt ? time(slot.pinnedAt, zone, say.locale) : ''],
    [say('agenda.field.type'), say(`agenda.type.${slot.type}`)],
    [say('agenda.field.speakers'), slot.speakers.map(({ name }) => name).join(', ')],
    [say('agenda.field.introduced-by'), slot.introducedBy],
    [say('agenda.field.slides-wanted'), yes(slot.slidesWanted)],
    [say('agenda.field.internal'), yes(slot.internal)],
  ]
}

function roomLines(say: Say, where: Where, { before, after }: { before: Room | null; after: Room | null }): string[] {
  if (!before) return [say('agenda.since.added')]
  if (!after) return [say('agenda.since.removed')]
  return [
    ...line(say, say('agenda.room-name'), words(where, before.name), words(where, after.name)),
    ...line(say, say('agenda.room-capacity'), String(before.capacity ?? ''), String(after.capacity ?? '')),
  ]
}

function line(say: Say, label: string, before: string, after: string): string[] {
  if (before === after) return []
  const nothing = say('agenda.since.nothing')
  return [say('agenda.since.line', { label, before: before || nothing, after: after || nothing })]
}

function startOf(say: Say, { board, meeting: { zone } }: Where, { startsAt }: SlotThen): string {
  if (!startsAt) return say('agenda.tray')
  const date = board.days.length > 1 && shortDay(startsAt, zone, say.locale)
  return [date, time(startsAt, zone, say.locale)].filter(Boolean).join(', ')
}

/** In every language that the project has. */
function words({ project }: Where, text: Localised): string {
  return project.locales.flatMap((locale) => text[locale] || []).join(' / ')
}
