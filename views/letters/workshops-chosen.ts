import type { Say } from '../say.ts'
import { workshopFacts } from './facts.ts'
import type { LetterContent } from './frame.ts'
import { about, manageLink, pageLink, smallPrint } from './registration-parts.ts'
import type { Told } from './told.ts'

/** `entries`: what becomes of each in their calendar, the first with the letter itself. */
export type ChosenTold = Told & { entries: ('REQUEST' | 'CANCEL')[] }

/** Somebody chose workshops, or left some, by themselves: how they stand now. */
export function workshopsChosen(say: Say, told: ChosenTold): LetterContent {
  const { chosen, url } = told.workshops
  const button = url ? { label: say('letter.workshop.button'), url } : manageLink(say, told, 'letter.manage')
  return {
    ...about(say, told, 'letter.workshops-chosen.subject'),
    lead: say(chosen.length > 0 ? 'letter.workshops-chosen.lead' : 'letter.workshops-chosen.none'),
    facts: workshopFacts(say, told),
    button,
    further: [...calendarNotes(say, told), pageLink(say, told)],
    small: smallPrint(say, told),
  }
}

function calendarNotes(say: Say, { entries: [first, ...others] }: ChosenTold): string[] {
  if (!first) return []
  const note = say(first === 'REQUEST' ? 'letter.workshop.calendar' : 'letter.calendar-removed')
  return others.length > 0 ? [note, say('letter.workshop.files')] : [note]
}
