import type { Meeting, Project, Registration } from '../../db/schema.ts'
import type { GuardianshipLetter } from '../../server/guardianships/ask.ts'
import { plain } from '../parts/texts.ts'
import { placeText, whenText } from '../parts/when-and-where.ts'
import type { Say } from '../say.ts'
import { dayAndTime, shortDay } from '../when.ts'
import { headingOf, titleOf } from './facts.ts'
import type { Fact, LetterContent } from './frame.ts'

/** What the letters to the guardian of somebody who registered are written from. */
export type ChildTold = {
  project: Project
  meeting: Meeting
  registration: Registration
  /** When the guardian's address is deleted. */
  forgottenAt: Temporal.Instant
  answerUrl: string
}

/** Anybody can cause these by typing somebody's address: who it is about stands on the page alone. */
export function childContent(say: Say, kind: GuardianshipLetter, told: ChildTold): LetterContent {
  const { project, answerUrl } = told
  const isOver = kind === 'child-lapsed'
  const age = kind.startsWith('photos') ? project.adultAge : project.childAge
  return {
    ...headingOf(say, told),
    subject: say(`letter.${kind}.subject`, { title: titleOf(say, told) }),
    lead: say(`letter.${kind}.lead`, { age }),
    facts: facts(say, told),
    ...(isOver ? {} : { button: { label: say('letter.child.button'), url: answerUrl } }),
    further: isOver ? [] : [say('letter.child.page')],
    small: [...(isOver ? [say('letter.child.gone')] : smallPrint(say, told)), ...questions(say, project)],
  }
}

function facts(say: Say, { project, meeting, registration }: ChildTold): Fact[] {
  const where = placeText(say, project, meeting)
  const { heldUntil } = registration
  const asks = say('letter.guardian.organisers', { project: plain(say, project.title, project.locales) })
  return [
    {
      label: say('letter.when'),
      value: meeting.status === 'postponed' ? say('guardian.date-open') : whenText(say, meeting),
    },
    ...(where ? [{ label: say('letter.where'), value: where }] : []),
    ...(heldUntil && registration.status === 'held'
      ? [{ label: say('guardianship.until'), value: dayAndTime(heldUntil, meeting.zone, say.locale) }]
      : []),
    { label: say('letter.guardian.asks'), value: asks },
  ]
}

function smallPrint(say: Say, { meeting, forgottenAt }: ChildTold): string[] {
  return [
    say('letter.child.mistake'),
    say('letter.child.kept', { date: shortDay(forgottenAt, meeting.zone, say.locale) }),
  ]
}

function questions(say: Say, { contactEmail }: Project): string[] {
  return contactEmail ? [say('letter.guardian.questions')] : []
}
