import { plain } from '../parts/texts.ts'
import { paths } from '../paths.ts'
import type { MessageKey, Say } from '../say.ts'
import { shortDay, time } from '../when.ts'
import { listed, ownFacts } from './agenda-facts.ts'
import type { DigestTold } from './digest-told.ts'
import { headingOf, titleOf } from './facts.ts'
import type { LetterContent, Link } from './frame.ts'

/** To a speaker, their own slots come first, and everything else briefly; a guest reads of everything alike. */
export function agendaChanged(say: Say, told: DigestTold): LetterContent {
  return told.own.length > 0 ? toSpeaker(say, told) : toGuest(say, told)
}

function toGuest(say: Say, told: DigestTold): LetterContent {
  const [button, ...further] = [...manageLink(say, told), agendaLink(say, told)]
  return {
    ...headingOf(say, told),
    subject: say('letter.agenda.subject', { title: titleOf(say, told) }),
    lead: say('letter.agenda.lead'),
    facts: told.others.map((one) => listed(say, told, one)),
    ...(button ? { button } : {}),
    further: [...clashes(say, told), ...calendarNotes(say, told), ...further],
    small: [guestSmallPrint(say, told)],
  }
}

function toSpeaker(say: Say, told: DigestTold): LetterContent {
  const [button, ...pages] = speakerLinks(say, told)
  const what = kindOf(told)
  return {
    ...headingOf(say, told),
    subject: say(subjects[what], { title: titleOf(say, told) }),
    lead: say(leads[what], { names: told.speakers.map(({ name }) => name).join(', ') }),
    facts: told.own.flatMap((one) => ownFacts(say, told, one)),
    ...(button ? { button } : {}),
    ...(told.others.length > 0 ? { also: alsoChanged(say, told) } : {}),
    further: [
      ...clashes(say, told),
      ...pages,
      ...calendarNotes(say, told),
      ...manageLink(say, told),
      agendaLink(say, told),
    ],
    small: [told.manageUrl ? guestSmallPrint(say, told) : speakerSmallPrint(say, told)],
  }
}

const subjects = {
  new: 'letter.agenda.new-subject',
  gone: 'letter.agenda.gone-subject',
  changed: 'letter.agenda.own-subject',
} as const satisfies Record<string, MessageKey>

const leads = {
  new: 'letter.agenda.new-lead',
  gone: 'letter.agenda.gone-lead',
  changed: 'letter.agenda.own-lead',
} as const satisfies Record<string, MessageKey>

function kindOf({ own }: DigestTold): keyof typeof subjects {
  if (own.every(({ was }) => was === null)) return 'new'
  return own.every(({ is }) => is === null) ? 'gone' : 'changed'
}

function alsoChanged(say: Say, told: DigestTold) {
  return { heading: say('letter.agenda.others'), facts: told.others.map((one) => listed(say, told, one)) }
}

/** Two speakers behind one address have a page each. */
function speakerLinks(say: Say, { speakers }: DigestTold): Link[] {
  if (speakers.length === 1) return speakers.map(({ url }) => ({ label: say('letter.agenda.own-page'), url }))
  return speakers.map(({ name, url }) => ({ label: say('letter.agenda.page-of', { name }), url }))
}

function calendarNotes(say: Say, { own, workshops }: DigestTold): string[] {
  const entries = [...own, ...workshops]
  if (entries.length === 0) return []
  const note = own.length === 0 ? 'letter.agenda.calendar-workshop' : 'letter.agenda.calendar'
  const files = entries.length > 1 ? [say('letter.agenda.files')] : []
  return [say(entries[0]?.is ? note : 'letter.calendar-removed'), ...files]
}

/** Both stand until the guest says which. */
function clashes(say: Say, { clashes, project, meeting: { zone } }: DigestTold): string[] {
  const named = ({ title, startsAt }: DigestTold['clashes'][number][number]) =>
    `${time(Temporal.Instant.from(startsAt), zone, say.locale)} ${plain(say, title, project.locales)}`
  return clashes.map(([one, other]) => say('letter.agenda.clash', { one: named(one), other: named(other) }))
}

function manageLink(say: Say, { manageUrl }: DigestTold): Link[] {
  return manageUrl ? [{ label: say('letter.manage'), url: manageUrl }] : []
}

function agendaLink(say: Say, { project, meeting, publicUrl }: DigestTold): Link {
  return { label: say('letter.agenda.whole'), url: `${publicUrl}${paths.meeting(project, meeting)}#agenda` }
}

function guestSmallPrint(say: Say, { project, meeting, forgottenAt }: DigestTold): string {
  const date = shortDay(forgottenAt, meeting.zone, say.locale)
  return say('letter.who-sees', { project: plain(say, project.title, project.locales), date })
}

function speakerSmallPrint(say: Say, { project }: DigestTold): string {
  return say('letter.agenda.who-sees', { project: plain(say, project.title, project.locales) })
}
