import type { Project, Speaker, StoryFeedback } from '../../db/schema.ts'
import type { OwnSlides } from '../../server/slides/own.ts'
import type { Appearance } from '../../server/speakers/appearances.ts'
import { feedLine } from '../feeds/line.ts'
import { type GuardianPart, ownGuardianSection } from '../guardians/section.ts'
import { type Html, html } from '../html.ts'
import { colourOf, type Page } from '../page.ts'
import type { FormState } from '../parts/fields.ts'
import { words } from '../parts/texts.ts'
import { paths } from '../paths.ts'
import { albumLine } from '../photos/album-line.ts'
import type { CalendarLinks } from '../registrations/calendar-buttons.ts'
import type { Say } from '../say.ts'
import { handIn } from '../slides/hand-in.ts'
import { feedbackCard } from '../survey/feedback.ts'
import { myData } from './own-data.ts'
import { aboutMe } from './own-profile.ts'
import { isLive, slotCard } from './own-slot.ts'
import { tasksCard } from './own-tasks.ts'

/** A slot as its speaker sees it. */
export type OwnSlot = Appearance & {
  isOver: boolean
  /** From the eve of the meeting to its end. */
  isToday: boolean
  /** Once confirmed and released: before, a calendar would learn a time that may still move. */
  calendar: CalendarLinks | null
}

export type OwnView = {
  project: Project
  speaker: Speaker
  token: string
  slots: OwnSlot[]
  /** What they have handed in, and may. */
  slides: OwnSlides[]
  guardian: GuardianPart
  /** Photos of a meeting at which they spoke can be seen. */
  hasAlbum: boolean
  /** What those who listened say to them. */
  feedback: StoryFeedback[]
  now: Temporal.Instant
  /** When what only organisers see is wiped; null when they are in no meeting. */
  forgottenAt: Temporal.Instant | null
}

/** A speaker's own page, phone first: each concern is a part of its own. */
export function ownPage(say: Say, view: OwnView, form: FormState): Page {
  const { project, speaker } = view
  return {
    say,
    title: say('speaker.title', { name: speaker.name }),
    colour: colourOf(project),
    of: project,
    personal: true,
    scripts: view.slots.some(isLive) ? ['live'] : [],
    main: html`<div class="register-page">
<div><p class="above"><a href="${paths.project(project)}">${words(say, project.title, project.locales)}</a></p>
<h1>${say('speaker.hello', { name: speaker.name })}</h1></div>
${view.slots.length > 0 ? view.slots.map((slot) => slotCard(say, view, slot)) : noSlots(say)}
${feedbackCard(say, view)}
${albumLine(say, 'speaker', view)}
${tasksCard(say, view)}
${view.slides.map((own) => handIn(say, { ...view, own }))}
${ownGuardianSection(say, { ...view, ...view.guardian }, blank(view))}
${feedLine(say, paths.speakerDo(view.token, 'calendar'), 'speaking')}
${aboutMe(say, view, form)}
${myData(say, view)}
</div>`,
  }
}

function blank({ project, speaker }: OwnView): FormState {
  return { typed: { guardianLanguage: speaker.locale ?? project.locales[0] ?? 'lv' }, problems: null }
}

/** After they have asked to be forgotten. */
export function forgottenPage(say: Say, project: Project): Page {
  return {
    say,
    title: say('speaker.forgotten'),
    colour: colourOf(project),
    of: project,
    personal: true,
    main: html`<div class="register-page"><section class="card answer"><h1 class="answer-head">${say('speaker.forgotten')}</h1>
<div class="answer-body stack"><p>${say('speaker.forgotten-next')}</p>
<p><a class="button quiet" href="${paths.project(project)}">${words(say, project.title, project.locales)}</a></p></div></section></div>`,
  }
}

/** Taken off, or not asked any more. */
function noSlots(say: Say): Html {
  return html`<section class="card answer"><h2 class="answer-head">${say('speaker.no-slots')}</h2>
<div class="answer-body"><p>${say('speaker.no-slots-next')}</p></div></section>`
}
