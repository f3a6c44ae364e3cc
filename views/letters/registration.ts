import { lineRules } from '../parts/line-rules.ts'
import { paths } from '../paths.ts'
import type { MessageKey, Say } from '../say.ts'
import { changedFactsOf, deadlineFact, facts, heldFact, positionFact, whenFact, workshopFacts } from './facts.ts'
import type { Fact, LetterContent, Link } from './frame.ts'
import {
  about,
  doorCode,
  firstSmallPrint,
  manageLink,
  pageLink,
  projectLink,
  questionsLink,
  registerLink,
  smallPrint,
  workshopsLink,
} from './registration-parts.ts'
import type { Told } from './told.ts'

type Content = (say: Say, told: Told) => LetterContent

// Anybody can cause the first four by typing somebody's address: they never carry what somebody typed.

export const confirmation: Content = (say, told) => ({
  ...about(say, told, 'letter.confirmation.subject'),
  lead: confirmationLead(say, told),
  facts: [...facts(say, told), ...workshopFacts(say, told)],
  button: manageLink(say, told, 'letter.manage'),
  ...doorCode(say, told),
  further: [
    ...questionsLink(say, told),
    ...workshopsLink(say, told),
    say('letter.calendar'),
    say('letter.confirmation.cannot'),
    pageLink(say, told),
  ],
  small: firstSmallPrint(say, told),
})

function confirmationLead(say: Say, { registration: { seats } }: Told): string {
  return seats > 1 ? say('letter.confirmation.lead-party', { seats }) : say('letter.confirmation.lead')
}

export const waiting: Content = (say, told) => ({
  ...about(say, told, 'letter.waiting.subject'),
  lead: say('letter.waiting.lead'),
  facts: [positionFact(say, told), ...facts(say, told)],
  button: manageLink(say, told, 'letter.manage'),
  further: [...lineRules(say, lineOf(told)), say('letter.waiting.cannot'), pageLink(say, told)],
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
  requested: 'letter.already.requested',
  held: 'letter.already.held',
  invited: 'letter.already.invited',
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
  lead: say(leftLead(told)),
  facts: facts(say, told),
  further: [...removed(say, told), ...(told.isErased ? [] : [registerLink(say, told)])],
  small: told.isErased ? [say('letter.left.erased')] : smallPrint(say, told),
})

/** An offer has run out, or a place that was kept for longer. */
export const lapsed: Content = (say, told) => ({
  ...about(say, told, told.was === 'offered' ? 'letter.lapsed.subject' : 'letter.lapsed.subject-kept'),
  lead: say(lapsedLeads[told.was ?? 'offered'] ?? 'letter.lapsed.lead'),
  facts: facts(say, told),
  further: [registerLink(say, told)],
  small: smallPrint(say, told),
})

function lineOf({ registration, keepsPlaces }: Told) {
  return { seats: registration.seats, keepsPlaces }
}

const lapsedLeads: Partial<Record<Told['registration']['status'], MessageKey>> = {
  held: 'letter.lapsed.held',
  invited: 'letter.lapsed.invited',
}

function leftLead({ was, inCalendar, isErased, byCalendar }: Told): MessageKey {
  if (isErased) return 'letter.left.lead-guardian'
  if (byCalendar) return 'letter.left.lead-calendar'
  if (was === 'requested') return 'letter.left.lead-request'
  if (was === 'invited') return 'letter.left.lead-invited'
  return inCalendar || was === 'held' ? 'letter.left.lead' : 'letter.left.lead-line'
}

function changedLead(told: Told): MessageKey {
  if (told.meeting.status === 'postponed') return 'letter.changed.postponed'
  return isOnAgain(told) ? 'letter.changed.again' : 'letter.changed.lead'
}

function isOnAgain({ meeting, before }: Told): boolean {
  return before?.status === 'postponed' && meeting.status === 'published'
}

function standingFacts(say: Say, told: Told): Fact[] {
  const { status } = told.registration
  if (status === 'waiting') return [positionFact(say, told)]
  if (status === 'held') return [heldFact(say, told)]
  return status === 'offered' || status === 'invited' ? [deadlineFact(say, told)] : []
}

function stays(say: Say, { registration }: Told): string {
  return say(staying[registration.status] ?? 'letter.changed.place')
}

const staying: Partial<Record<Told['registration']['status'], MessageKey>> = {
  waiting: 'letter.changed.line',
  offered: 'letter.changed.offer',
  invited: 'letter.changed.offer',
  held: 'letter.changed.held',
  requested: 'letter.changed.request',
}

function removed(say: Say, { inCalendar }: Told): string[] {
  return inCalendar ? [say('letter.calendar-removed')] : []
}

function fileLink(say: Say, { project, meeting, publicUrl }: Told): Link {
  return { label: say('letter.file'), url: publicUrl + paths.meetingFile(project, meeting) }
}
