import type { Project } from '../../db/schema.ts'
import type { Appearance } from '../../server/speakers/appearances.ts'
import { plain } from '../parts/texts.ts'
import { placeText, whenText } from '../parts/when-and-where.ts'
import type { Say } from '../say.ts'
import { companyOf } from '../speakers/company.ts'
import { zoneName } from '../when.ts'
import type { Fact } from './frame.ts'

/** What a speaker needs to know of their slot: a time that is not released yet is said to be planned. */
export function slotFacts(say: Say, { locales }: Pick<Project, 'locales'>, appearance: Appearance): Fact[] {
  const { slot } = appearance
  const all: [Parameters<Say>[0], string][] = [
    ['letter.speaker.slot', plain(say, slot.title, locales)],
    [appearance.isSure ? 'letter.when' : 'letter.speaker.planned', whenOf(say, appearance)],
    ['letter.speaker.minutes', say('agenda.minutes', { minutes: slot.minutes })],
    ['letter.where', whereOf(say, locales, appearance)],
    ['letter.speaker.with', companyOf(appearance)],
    ['letter.speaker.introduced', slot.introducedBy],
  ]
  return all.filter(([, value]) => value !== '').map(([label, value]) => ({ label: say(label), value }))
}

function whenOf(say: Say, { when, meeting: { zone } }: Appearance): string {
  if (!when) return say('letter.speaker.no-time')
  const text = whenText(say, { ...when, zone })
  return say('letter.time-zone', { when: text, zone: zoneName(zone, when.startsAt, say.locale) })
}

function whereOf(say: Say, locales: Project['locales'], { room, meeting }: Appearance): string {
  return [room && plain(say, room, locales), placeText(say, { locales }, meeting)].filter(Boolean).join(', ')
}
