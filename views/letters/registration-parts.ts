import { plain } from '../parts/texts.ts'
import { paths } from '../paths.ts'
import type { MessageKey, Say } from '../say.ts'
import { shortDay } from '../when.ts'
import { headingOf, titleOf } from './facts.ts'
import type { Link, Pictured } from './frame.ts'
import type { Told } from './told.ts'

/** Whoever registers several classes tells their letters apart. */
export function about(say: Say, told: Told, subject: MessageKey) {
  const { className } = told.registration
  const said = say(subject, { title: titleOf(say, told) })
  return { ...headingOf(say, told), subject: className === null ? said : `${said} (${className})` }
}

export function firstSmallPrint(say: Say, told: Told): string[] {
  return [...smallPrint(say, told), say('letter.not-you'), say('letter.keep-link')]
}

export function smallPrint(say: Say, { project, meeting, forgottenAt }: Told): string[] {
  const date = shortDay(forgottenAt, meeting.zone, say.locale)
  const whoSees = meeting.status === 'postponed' ? 'letter.who-sees-postponed' : 'letter.who-sees'
  return [say(whoSees, { project: plain(say, project.title, project.locales), date })]
}

export function manageLink(say: Say, { manageUrl }: Told, label: MessageKey): Link {
  return { label: say(label), url: manageUrl }
}

export function pageLink(say: Say, { project, meeting, publicUrl }: Told): Link {
  return { label: say('letter.page'), url: publicUrl + paths.meeting(project, meeting) }
}

export function projectLink(say: Say, { project, publicUrl }: Told): Link {
  return { label: say('letter.project'), url: publicUrl + paths.project(project) }
}

export function registerLink(say: Say, { project, meeting, publicUrl }: Told): Link {
  return { label: say('letter.left.again'), url: publicUrl + paths.register(project, meeting) }
}

/** What they show at the door. */
export function doorCode(say: Say, { registration: { doorToken }, publicUrl }: Told): { picture?: Pictured } {
  if (!doorToken) return {}
  return {
    picture: { label: say('letter.door-code'), url: publicUrl + paths.shownAtDoor(doorToken), cid: 'door-code' },
  }
}

/** Once they have chosen, their page leads there. */
export function questionsLink(say: Say, { questions: { open, url } }: Told): Link[] {
  return open > 0 ? [{ label: say('letter.questions', { count: open }), url }] : []
}

export function workshopsLink(say: Say, { workshops: { chosen, url } }: Told): Link[] {
  return url && chosen.length === 0 ? [{ label: say('letter.workshops'), url }] : []
}
