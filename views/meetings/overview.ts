import type { Locale } from '../../db/languages.ts'
import type { Meeting, Project } from '../../db/schema.ts'
import type { GuardianNeeds } from '../../server/guardians/needs.ts'
import type { MeetingStatus } from '../../server/meetings/status.ts'
import type { May } from '../../server/organisers/rights.ts'
import type { Standing } from '../../server/registrations/places/standing.ts'
import type { SpeakerNeeds } from '../../server/speakers/needs.ts'
import { embedOffer } from '../agenda/embed-offer.ts'
import { type Html, html } from '../html.ts'
import { colourOf, type Page } from '../page.ts'
import { meetingBadge } from '../parts/badges.ts'
import { words } from '../parts/texts.ts'
import { machineStart, startText } from '../parts/when-and-where.ts'
import { workspace } from '../parts/workspace.ts'
import { paths } from '../paths.ts'
import type { MessageKey, Say } from '../say.ts'
import { languageNames } from '../when.ts'

export type OverviewView = {
  project: Project
  meeting: Meeting
  status: MeetingStatus
  places: Standing
  letters: { failed: number; unsent: number }
  speakers: SpeakerNeeds
  /** Changes of the agenda that the public has not seen. */
  unreleased: number
  guardians: GuardianNeeds
  /** Stories whose slides are wanted and not there. */
  slidesMissing: number
  /** Handed in at a call that has closed, and not decided. */
  stories: number
  /** Languages in which some of the texts are missing. */
  untranslated: Locale[]
  /** What a draft still lacks. */
  lacks: MessageKey[]
  /** Where the public can see the agenda; null before they can. */
  embedding: { publicUrl: string } | null
}

export function overviewPage(say: Say, view: OverviewView, may: May): Page {
  const { project, meeting } = view
  return {
    say,
    title: say('workspace.overview'),
    colour: colourOf(project),
    workspace: workspace(say, { here: 'overview', project, meeting, unconfirmed: view.speakers.unconfirmed }),
    main: html`<div class="stack">
<p class="above">${say('meeting.number', { number: meeting.number })} · <time datetime="${machineStart(meeting)}">${startText(say, meeting)}</time></p>
<h1>${words(say, meeting.title, project.locales)}</h1>
<p class="row">${meetingBadge(say, view.status)}
${view.status === 'draft' ? null : html`<a href="${paths.meeting(project, meeting)}">${say('overview.public-page')}</a>`}</p>
${needs(say, view, may)}
${figures(say, view)}
${deeds(say, view, may)}
${view.embedding && embedOffer(say, project, meeting, view.embedding.publicUrl)}
</div>`,
  }
}

function needs(say: Say, view: OverviewView, may: May): Html {
  const found = [...draftNeeds(say, view, may), ...runningNeeds(say, view)]
  return html`<section class="card stack" aria-labelledby="needs"><h2 id="needs">${say('overview.needs')}</h2>
${found.length > 0 ? html`<ul class="needs">${found.map((need) => html`<li>${need}</li>`)}</ul>` : html`<p>${say('overview.nothing')}</p>`}
</section>`
}

function draftNeeds(say: Say, { project, meeting, status, lacks }: OverviewView, may: May): Html[] {
  if (status === 'postponed') return [link(paths.meetingSettings(project, meeting), say('meeting.needs-new-date'))]
  if (status !== 'draft') return []
  if (lacks.length === 0) return [link(paths.meetingDo(project, meeting, 'publish'), say('overview.ready'))]
  return lacks.map((lack) => {
    if (lack !== 'meeting.needs-project') return link(paths.meetingSettings(project, meeting), say(lack))
    return may('organiser') ? link(paths.projectSettings(project), say(lack)) : html`${say(lack)}`
  })
}

function runningNeeds(say: Say, view: OverviewView): Html[] {
  const { project, meeting, status, places, letters, unreleased, untranslated, guardians, slidesMissing, stories } =
    view
  const free = meeting.capacity - places.taken
  const languages = untranslated.map((locale) => languageNames[locale]).join(', ')
  const all: [boolean, string, string][] = [
    [letters.failed > 0, paths.letters(project), say('overview.letters-failed', { failed: letters.failed })],
    [
      places.requested > 0 && status !== 'done' && status !== 'cancelled',
      `${paths.registrations(project, meeting)}?status=requested`,
      say('desk.requests', { requested: places.requested }),
    ],
    [
      places.waiting > 0,
      paths.registrations(project, meeting),
      say('overview.people-wait', { waiting: places.waiting, free: Math.max(0, free) }),
    ],
    [unreleased > 0, paths.agenda(project, meeting), say('overview.unreleased', { changes: unreleased })],
    ...speakerNeeds(say, view),
    [
      guardians.missing > 0,
      paths.speakers(project, meeting),
      say('overview.guardians-missing', { speakers: guardians.missing }),
    ],
    [
      guardians.mistaken > 0,
      paths.speakers(project, meeting),
      say('overview.guardians-mistaken', { addresses: guardians.mistaken }),
    ],
    [
      slidesMissing > 0,
      paths.collectSlides(project, meeting),
      say('overview.slides-missing', { missing: slidesMissing }),
    ],
    [stories > 0, paths.stories(project, meeting), say('overview.stories', { stories })],
    [languages !== '', paths.meetingSettings(project, meeting), say('overview.untranslated', { languages })],
  ]
  return all.filter(([isSo]) => isSo).map(([, path, label]) => link(path, label))
}

/** Of whom something is expected next, the most urgent first. */
function speakerNeeds(say: Say, { project, meeting, status, speakers }: OverviewView): [boolean, string, string][] {
  if (status === 'done' || status === 'cancelled') return []
  const at = (missing: string) => `${paths.speakers(project, meeting)}?missing=${missing}`
  return [
    [speakers.accepted > 0, at('confirmation'), say('overview.speakers-accepted', { speakers: speakers.accepted })],
    [speakers.declined > 0, at('replacement'), say('overview.speakers-declined', { speakers: speakers.declined })],
    [speakers.invited > 0, at('answer'), say('overview.speakers-unanswered', { speakers: speakers.invited })],
    [speakers.planned > 0, at('invitation'), say('overview.speakers-planned', { speakers: speakers.planned })],
  ]
}

function figures(say: Say, { project, meeting, places, letters }: OverviewView): Html {
  const all: [MessageKey, string | number, string][] = [
    [
      'overview.taken',
      say('overview.of', { taken: places.taken, capacity: meeting.capacity }),
      paths.registrations(project, meeting),
    ],
    ['overview.offered', places.offered, paths.registrations(project, meeting)],
    ['overview.waiting', places.waiting, paths.registrations(project, meeting)],
    ['overview.unsent', letters.unsent, paths.letters(project)],
  ]
  return html`<dl class="row figures">${all.map(
    ([label, figure, path]) =>
      html`<div class="card"><dt>${say(label)}</dt><dd><a href="${path}">${figure}</a></dd></div>`,
  )}</dl>`
}

const possible = {
  draft: ['publish', 'copy', 'delete'],
  published: ['copy', 'postpone', 'cancel'],
  postponed: ['copy', 'cancel'],
  cancelled: ['copy'],
  done: ['copy'],
} as const

function deeds(say: Say, { project, meeting, status }: OverviewView, may: May): Html {
  const open = possible[status].filter((deed) => deed !== 'copy' || may('project-organiser'))
  return html`<p class="row">${open.map(
    (deed) =>
      html`<a class="button ${deed === 'publish' ? 'small' : 'quiet'}" href="${paths.meetingDo(project, meeting, deed)}">${say(`meeting-deed.${deed}-title`)}</a>`,
  )}</p>`
}

function link(path: string, label: string): Html {
  return html`<a href="${path}">${label}</a>`
}
