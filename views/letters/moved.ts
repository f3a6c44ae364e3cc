import type { Say } from '../say.ts'
import { titleOf } from './facts.ts'
import type { LetterContent } from './frame.ts'
import type { Told } from './told.ts'

/** The same letter to somebody whom an organiser moved here from another meeting: it says that first. */
export function afterMove(say: Say, content: LetterContent, from: Told): LetterContent {
  const moved = say('letter.moved', { title: titleOf(say, from) })
  const removed = from.inCalendar ? [say('letter.moved-calendar')] : []
  return { ...content, lead: `${moved}\n\n${content.lead}`, further: [...removed, ...(content.further ?? [])] }
}
