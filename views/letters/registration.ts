import { plain } from '../parts/texts.ts'
import { paths } from '../paths.ts'
import type { MessageKey, Say } from '../say.ts'
import { shortDay } from '../when.ts'
import { changedFactsOf, deadlineFact, facts, headingOf, positionFact, titleOf, whenFact } from './facts.ts'
import type { Fact, LetterContent, Link } from './frame.ts'
import type { Told } from './told.ts'

type Content = (say: Say, told: Told) => LetterContent

// Anybody can cause the first four by typing somebody's address: they never carry what somebody typed.

export const confirmation: Content = (say, told) => ({
  ...about(say, told, 'letter.confirmation.subject'),
  lead: say('letter.confirmation.lead'),
  facts: facts(say, told),
  button: manageLink(say, told, 'letter.manage'),
  further: [say('letter.calendar'), say('letter.confirmation.cannot'), pageLink(say, told)],
  small: firstSmallPrint(say, told),
})

export const waiting: Content = (say, told) => ({
  ...about(say, told, 'letter.waiting.subject'),
  lead: say('letter.waiting.lead'),
  facts: [positionFact(say, told), ...facts(say, told)],
  button: manageLink(say, told, 'letter.manage'),
  further: [say('letter.waiting.cannot'), pageLink(say, told)],
  small: firstSmallPrint(say, told),
})

/** Taking the place and declining it are buttons on the page behind the link: mail scanners open links. */
export const offer: Content = (say, told) => ({
  ...about(say, told, 'letter.offer.subject'),
  lead: say('letter.offer.lead'),
  facts: [deadlineFact(say, told), ...facts(say, told)],
  button: manageLink(say, told, 'letter.offer.button'),
  further: [pageLink(say, told)],
  small: firstSmallPrint(say, told),
})

export const already: Content = (say, told) => ({
  ...about(say, told, 'letter.already.subject'),
  lead: say(alreadyLeads[told.registration.status] ?? 'letter.already.confirmed'),
  facts: [...standingFacts(say, told), ...facts(say, told)],
  button: manageLink(say, told, 'letter.manage'),
  further: [...(told.registration.status === 'confirmed' ? [fileLink(say, told)] : []), pageLink(say, told)],
  small: firstSmallPrint(say, told),
})

const alreadyLeads: Partial<Record<Told['registration']['status'], MessageKey>> = {
  waiting: 'letter.already.waiting',
  offered: 'letter.already.offered',
}

export const changed: Content = (say, told) => ({
  ...about(say, told, isOnAgain(told) ? 'letter.changed.again-subject' : 'letter.changed.subject'),
  lead: say(changedLead(told)),
  facts: [...changedFactsOf(say, told), ...standingFacts(say, told)],
  button: manageLink(say, told, 'letter.manage'),
  further: [stays(say, told), pageLink(say, told)],
  small: smallPrint(say, told),
})

export const postponed: Content = (say, told) => ({
  ...about(say, told, 'letter.postponed.subject'),
  lead: say('letter.postponed.lead'),
  facts: [whenFact(say, told)],
  button: manageLink(say, told, 'letter.manage'),
  further: [stays(say, told), pageLink(say, told)],
  small: smallPrint(say, told),
})

export const cancelled: Content = (say, told) => ({
  ...about(say, told, 'letter.cancelled.subject'),
  lead: say('letter.cancelled.lead'),
  facts: [whenFact(say, told)],
  further: [...removed(say, told), projectLink(say, told)],
  small: smallPrint(say, told),
})

export const left: Content = (say, told) => ({
  ...about(say, told, 'letter.left.subject'),
  lead: say(told.inCalendar ? 'letter.left.lead' : 'letter.left.lead-line'),
  facts: facts(say, told),
  further: [...removed(say, told), registerLink(say, told)],
  small: smallPrint(say, told),
})

export const lapsed: Content = (say, told) => ({
  ...about(say, told, 'letter.lapsed.subject'),
  lead: say('letter.lapsed.lead'),
  facts: facts(say, told),
  further: [registerLink(say, told)],
  small: smallPrint(say, told),
})

function about(say: Say, told: Told, subject: MessageKey) {
  return { ...headingOf(say, told), subject: say(subject, { title: titleOf(say, told) }) }
}

function changedLead(told: Told): MessageKey {
  if (told.meeting.status === 'postponed') return 'letter.changed.postponed'
  return isOnAgain(told) ? 'letter.changed.again' : 'letter.changed.lead'
}

function isOnAgain({ meeting, before }: Told): boolean {
  return before?.status === 'postponed' && meeting.status === 'published'
}

function standingFacts(say: Say, told: Told): Fact[] {
  if (told.registration.status === 'waiting') return [positionFact(say, told)]
  return told.registration.status === 'offered' ? [deadlineFact(say, told)] : []
}

function stays(say: Say, { registration }: Told): string {
  if (registration.status === 'waiting') return say('letter.changed.line')
  return say(registration.status === 'offered' ? 'letter.changed.offer' : 'letter.changed.place')
}

function removed(say: Say, { inCalendar }: Told): string[] {
  return inCalendar ? [say('letter.calendar-removed')] : []
}

function firstSmallPrint(say: Say, told: Told): string[] {
  return [...smallPrint(say, told), say('letter.not-you'), say('letter.keep-link')]
}

function smallPrint(say: Say, { project, meeting, forgottenAt }: Told): string[] {
  const date = shortDay(forgottenAt, meeting.zone, say.locale)
  const whoSees = meeting.status === 'postponed' ? 'letter.who-sees-postponed' : 'letter.who-sees'
  return [say(whoSees, { project: plain(say, project.title, project.locales), date })]
}

function manageLink(say: Say, { manageUrl }: Told, label: MessageKey): Link {
  return { label: say(label), url: manageUrl }
}

function pageLink(say: Say, { project, meeting, publicUrl }: Told): Link {
  return { label: say('letter.page'), url: publicUrl + paths.meeting(project, meeting) }
}

function fileLink(say: Say, { project, meeting, publicUrl }: Told): Link {
  return { label: say('letter.file'), url: publicUrl + paths.meetingFile(project, meeting) }
}

function projectLink(say: Say, { project, publicUrl }: Told): Link {
  return { label: say('letter.project'), url: publicUrl + paths.project(project) }
}

function registerLink(say: Say, { project, meeting, publicUrl }: Told): Link {
  return { label: say('letter.left.again'), url: publicUrl + paths.register(project, meeting) }
}
