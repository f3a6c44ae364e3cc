import type { Appearance } from '../../server/speakers/appearances.ts'
import { plain } from '../parts/texts.ts'
import { paths } from '../paths.ts'
import type { MessageKey, Say } from '../say.ts'
import { shortDay } from '../when.ts'
import { changedVenueOf, changedWhenOf, headingOf } from './facts.ts'
import type { Fact, LetterContent, Link } from './frame.ts'
import { slotFacts } from './speaker-facts.ts'
import type { SpeakerTold } from './speaker-told.ts'

type Content = (say: Say, told: SpeakerTold) => LetterContent

/** Saying yes or no are buttons on the page behind the link: mail scanners open links too. */
export const speakerInvitation: Content = (say, told) => ({
  ...about(say, told, 'letter.speaker.invitation-subject'),
  lead: say('letter.speaker.invitation', who(told)),
  facts: factsOf(say, told, asked(told)),
  button: pageButton(say, told, 'letter.speaker.answer'),
  further: [...wanted(say, asked(told)), ...publicPage(say, told)],
  small: [...smallPrint(say, told), say('letter.speaker.not-you')],
})

export const speakerReminder: Content = (say, told) => ({
  ...about(say, told, 'letter.speaker.reminder-subject'),
  lead: say('letter.speaker.reminder', who(told)),
  facts: factsOf(say, told, asked(told)),
  button: pageButton(say, told, 'letter.speaker.answer'),
  further: publicPage(say, told),
  small: smallPrint(say, told),
})

export const speakerConfirmed: Content = (say, told) => ({
  ...about(say, told, 'letter.speaker.confirmed-subject'),
  lead: say('letter.speaker.confirmed', who(told)),
  facts: factsOf(say, told, told.slot ? [told.slot] : []),
  button: pageButton(say, told, 'letter.speaker.page'),
  further: [
    say(told.slot?.isSure ? 'letter.speaker.calendar' : 'letter.speaker.not-released'),
    ...wanted(say, told.slot ? [told.slot] : []),
    say('letter.speaker.cannot'),
    ...publicPage(say, told),
  ],
  small: smallPrint(say, told),
})

export const speakerOff: Content = (say, told) => ({
  ...about(say, told, 'letter.speaker.off-subject'),
  lead: say(offLead(told), {
    ...who(told),
    title: formerTitle(say, told),
  }),
  further: [...(told.formerEntry ? [say('letter.calendar-removed')] : []), ...publicPage(say, told)],
  small: smallPrint(say, told),
})

function offLead({ bySelf, byCalendar }: SpeakerTold): MessageKey {
  if (byCalendar) return 'letter.speaker.off-calendar'
  return bySelf ? 'letter.speaker.off-self' : 'letter.speaker.off'
}

export const speakerChanged: Content = (say, told) => ({
  ...about(say, told, 'letter.speaker.changed-subject'),
  lead: say('letter.speaker.changed', who(told)),
  facts: [
    ...changesOf(say, told),
    ...factsOf(
      say,
      told,
      told.slots.filter(({ standing }) => standing !== 'planned' && standing !== 'declined'),
    ),
  ],
  button: pageButton(say, told, 'letter.speaker.page'),
  further: [...calendarNotes(say, told), ...publicPage(say, told)],
  small: smallPrint(say, told),
})

/** Their slot's time is not the meeting's, and while it has none that is all they hear of the new date. */
function changesOf(say: Say, { before, ...told }: SpeakerTold): Fact[] {
  if (!before) return []
  const changed = { ...told, before }
  return [...changedWhenOf(say, changed), ...changedVenueOf(say, changed)]
}

function calendarNotes(say: Say, { entries: [first, ...further] }: SpeakerTold): string[] {
  if (!first) return []
  return [say('letter.agenda.calendar'), ...(further.length > 0 ? [say('letter.agenda.files')] : [])]
}

export const speakerPostponed: Content = (say, told) => ({
  ...about(say, told, 'letter.speaker.postponed-subject'),
  lead: say('letter.speaker.postponed', who(told)),
  button: pageButton(say, told, 'letter.speaker.page'),
  further: publicPage(say, told),
  small: smallPrint(say, told),
})

export const speakerCancelled: Content = (say, told) => ({
  ...about(say, told, 'letter.speaker.cancelled-subject'),
  lead: say('letter.speaker.cancelled', who(told)),
  further: told.entries.some(({ slotId }) => slotId === told.slot?.slotId) ? [say('letter.calendar-removed')] : [],
  small: smallPrint(say, told),
})

function about(say: Say, told: SpeakerTold, subject: MessageKey) {
  const title = plain(say, told.meeting.title, told.project.locales)
  return { ...headingOf(say, told), subject: say(subject, { title, name: told.speaker.name }) }
}

/** A group is spoken to as several. */
function who({ speaker }: SpeakerTold) {
  return { kind: speaker.kind, name: speaker.name }
}

function asked({ slots }: SpeakerTold): Appearance[] {
  return slots.filter(({ standing }) => standing === 'invited')
}

function factsOf(say: Say, { project }: SpeakerTold, slots: readonly Appearance[]) {
  return slots.flatMap((slot) => slotFacts(say, project, slot))
}

function formerTitle(say: Say, { slot, formerTitle, project }: SpeakerTold): string {
  return plain(say, formerTitle ?? slot?.slot.title ?? {}, project.locales)
}

function wanted(say: Say, slots: readonly Appearance[]): string[] {
  return slots.some(({ slot }) => slot.slidesWanted) ? [say('letter.speaker.slides')] : []
}

function pageButton(say: Say, { speakerUrl }: SpeakerTold, label: MessageKey): Link {
  return { label: say(label), url: speakerUrl }
}

/** A draft has no page yet. */
function publicPage(say: Say, { project, meeting, publicUrl }: SpeakerTold): Link[] {
  if (meeting.status === 'draft' || !project.publishedAt) return []
  return [{ label: say('letter.page'), url: publicUrl + paths.meeting(project, meeting) }]
}

function smallPrint(say: Say, { project, meeting, forgottenAt, speaker }: SpeakerTold): string[] {
  const date = shortDay(forgottenAt, meeting.zone, say.locale)
  const title = plain(say, project.title, project.locales)
  return [
    say('letter.speaker.who-sees', { kind: speaker.kind, project: title, date }),
    say('letter.speaker.keep-link', { kind: speaker.kind }),
  ]
}
