import type { Group, Meeting, Project, Registration } from '../../db/schema.ts'
import type { OwnGuardian } from '../../server/guardianships/own.ts'
import type { Qr } from '../../server/qr.ts'
import type { WhyNobodyMoves } from '../../server/registrations/places/why-nobody-moves.ts'
import type { OwnWorkshop } from '../../server/workshops/own-page.ts'
import { type NowView, nowPart } from '../agenda/now.ts'
import { photosLine } from '../consents/own-line.ts'
import { ownCode } from '../door/own-code.ts'
import { feedLine } from '../feeds/line.ts'
import { type AgeQuestions, ageFields } from '../guardianships/age-fields.ts'
import { guardianLine } from '../guardianships/own-line.ts'
import { type Html, html } from '../html.ts'
import { dataLine } from '../my-data/line.ts'
import { colourOf, type Page } from '../page.ts'
import { partyLine } from '../parties/party.ts'
import { choiceField, type FormState, problemSummary, textField } from '../parts/fields.ts'
import { languageOptions } from '../parts/languages.ts'
import { plain, words } from '../parts/texts.ts'
import { whenText } from '../parts/when-and-where.ts'
import { paths } from '../paths.ts'
import { albumLine } from '../photos/album-line.ts'
import { questionsLine } from '../questions/mine-line.ts'
import type { MessageKey, Say } from '../say.ts'
import { momentWithin, zoneName } from '../when.ts'
import { workshopsLine } from '../workshops/mine-line.ts'
import { type CalendarLinks, calendarButtons } from './calendar-buttons.ts'
import { groupOptions } from './group-options.ts'
import { hasEnded } from './has-ended.ts'
import { waitingPart } from './waiting.ts'

export type AgeForm = { further: AgeQuestions; form: FormState; asksOn: boolean }

export type MineView = {
  project: Project
  meeting: Meeting
  registration: Registration
  groups: Group[]
  /** Place in the waiting list, from 1. */
  position: number | null
  /** What the line is like for whoever waits in it. */
  line: { why: WhyNobodyMoves | null; keepsPlaces: boolean }
  token: string
  calendar: CalendarLinks
  over: boolean
  /** What is shown at the door; those who registered before there were such codes have none. */
  code: Qr | null
  /** From then on the line no longer moves: a free place is whoever's comes. */
  begun: boolean
  /** On the day: what runs and what is next. */
  today: NowView | null
  /** What can be chosen inside the meeting; none without a sure place. */
  workshops: OwnWorkshop[]
  guardian: OwnGuardian
  /** Those who came see the photos of the meeting. */
  hasAlbum: boolean
  /** Asked of whoever takes a kept place and was not asked before. */
  age: AgeForm | null
  /** The meeting's own, and how many of them are not answered. */
  questions: { asked: number; open: number }
}

export function minePage(say: Say, view: MineView, form: FormState): Page {
  const { project, meeting } = view
  const onTheDay = today(view)
  return {
    say,
    title: plain(say, meeting.title, project.locales),
    colour: colourOf(project),
    of: project,
    personal: true,
    scripts: onTheDay ? ['live'] : [],
    improved: view.age !== null,
    main: html`<div class="register-page">
<section class="card answer">
<h1 class="answer-head">${headline(say, view)}</h1>
<div class="answer-body stack">${problemSummary(say, view.age?.form.problems ? view.age.form : form)}${whenAndWhere(say, view)}${partyLine(say, view)}${nextStep(say, view)}${guardianLine(say, view)}${photosLine(say, view)}</div>
</section>
${onTheDay && nowPart(say, onTheDay)}
${ownCode(say, view)}
${questionsLine(say, view)}
${workshopsLine(say, view)}
${albumLine(say, 'mine', view)}
${isChangeable(view) ? html`${details(say, view, form)}${giveUp(say, view)}` : null}
${view.registration.email ? feedLine(say, paths.mineCalendar(view.token), 'attending') : null}
${dataLine(say, view.token)}
</div>`,
  }
}

/** Only for those who are in. */
function today({ registration, today }: MineView): NowView | null {
  return registration.status === 'confirmed' && today?.agenda ? today : null
}

function isChangeable({ meeting, registration, over }: MineView): boolean {
  const isHistory = over || meeting.status === 'cancelled'
  return !isHistory && !hasEnded(registration)
}

function headline(say: Say, { meeting, registration, position, over, begun }: MineView): string {
  if (meeting.status === 'cancelled') return say('mine.meeting-cancelled')
  if (meeting.status === 'postponed') return say('mine.meeting-postponed')
  if (over) return say('mine.over')
  if (begun && registration.status === 'waiting') return say('mine.begun')
  if (registration.status === 'waiting') return say('mine.waiting', { position: position ?? 1 })
  return say((registration.kind === 'class' && ofClass[registration.status]) || `mine.${registration.status}`)
}

const ofClass: Partial<Record<Registration['status'], MessageKey>> = {
  confirmed: 'class.sent-place',
  offered: 'mine.class-offered',
}

function whenAndWhere(say: Say, { project, meeting }: MineView): Html {
  return html`<p class="lead"><a href="${paths.meeting(project, meeting)}">${words(say, meeting.title, project.locales)}</a></p>
<p>${whenText(say, meeting)}${meeting.allDay ? null : zoneHint(say, meeting)}<br>
${words(say, meeting.placeName, project.locales)}${meeting.address ? `, ${meeting.address}` : null}</p>`
}

function zoneHint(say: Say, { startsAt, zone }: MineView['meeting']): Html {
  return html` <span class="hint">(${zoneName(zone, startsAt, say.locale)})</span>`
}

function nextStep(say: Say, view: MineView): Html | null {
  const { registration, over } = view
  if (over || view.meeting.status !== 'published') return null
  if (registration.status === 'confirmed')
    return calendarButtons(say, paths.meetingFile(view.project, view.meeting), view.calendar)
  if (registration.status === 'waiting') return waitingPart(say, view)
  if (isKept(view)) return offer(say, view)
  if (registration.status === 'requested') return html`<p>${say('mine.requested-next')}</p>`
  if (registration.status === 'held') return null
  return html`<p><a class="button quiet" href="${paths.register(view.project, view.meeting)}">${say('mine.again')}</a></p>`
}

function isKept({ registration: { status } }: MineView): boolean {
  return status === 'offered' || status === 'invited'
}

function offer(say: Say, view: MineView): Html {
  const { registration, meeting, token } = view
  const until = registration.heldUntil ?? meeting.startsAt
  return html`<p>${say('mine.offer-until', { until: momentWithin(until, meeting.zone, say.locale) })}</p>
<div class="${view.age ? 'stack' : 'row'}">
<form class="stack" method="post" action="${paths.mineDo(token, 'accept')}" novalidate>${ageOf(say, view)}<button class="button">${say('mine.accept')}</button></form>
<form method="post" action="${paths.mineDo(token, 'decline')}"><button class="button quiet">${say('mine.decline')}</button></form>
</div>`
}

function ageOf(say: Say, { project, meeting, registration, age }: MineView): Html | null {
  if (!age) return null
  return html`${age.asksOn ? html`<p class="notice" role="status"><a href="#further">${say('register.further')}</a></p>` : null}
<input type="hidden" name="group" value="${registration.groupId ?? ''}">
${ageFields(say, age.further, age.form, paths.registerFurther(project, meeting))}`
}

function details(say: Say, { project, groups, token, registration }: MineView, form: FormState): Html {
  const options = groupOptions(say, project, groups)
  return html`<details class="card fold"${form.problems ? html` open` : null}><summary>${say('mine.change')}</summary>
<form class="stack" method="post" action="${paths.mineDo(token, 'change')}" novalidate>
${textField(say, form, { name: 'name', label: say('register.name'), required: true, autocomplete: 'name', max: 100 })}
${choiceField(say, form, { name: 'group', label: say('register.group'), required: true, options, empty: say('register.group-empty') })}
${registration.birthYear === null ? null : textField(say, form, { name: 'birthYear', label: say('my-data.birth-year'), numeric: true, autocomplete: 'bday-year', max: 4 })}
${choiceField(say, form, { name: 'language', label: say('mine.language'), options: languageOptions })}
<button class="button quiet">${say('mine.save')}</button>
</form></details>`
}

function giveUp(say: Say, { token, registration }: MineView): Html {
  return html`<details class="card fold"><summary>${say('mine.cannot')}</summary>
<form class="stack" method="post" action="${paths.mineDo(token, 'cancel')}">
<p>${say(givingUp[registration.status] ?? 'mine.give-back')}</p>
<button class="button danger">${say('mine.cancel')}</button>
</form></details>`
}

const givingUp: Partial<Record<Registration['status'], MessageKey>> = {
  waiting: 'mine.leave-queue',
  requested: 'mine.take-back',
}
