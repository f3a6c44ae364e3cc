import type { Localised } from '../../db/languages.ts'
import type { Logo, Meeting, Partner, Phase, Project, ProjectLink } from '../../db/schema.ts'
import type { Aim } from '../../server/numbers/numbers.ts'
import type { Listed, Series } from '../../server/projects/series.ts'
import type { CallFound } from '../../server/stories/call-state.ts'
import { promiseCard, type Shown } from '../commitments/promise.ts'
import { type Html, html } from '../html.ts'
import { newsPaths } from '../news-paths.ts'
import { publicIndicators } from '../numbers/indicators.ts'
import { colourOf, type Page } from '../page.ts'
import { marked, passage, plain, words } from '../parts/texts.ts'
import { paths } from '../paths.ts'
import type { Say } from '../say.ts'
import { storyInvitation } from '../stories/invitation.ts'
import { logoImage } from './logo-section.ts'
import { meetingCard } from './meeting-card.ts'
import { dateSpan } from './span.ts'

export type ProjectShown = {
  project: Project
  phases: Phase[]
  partners: Partner[]
  links: ProjectLink[]
  logos: Logo[]
  promises: Shown[]
  /** Whether anything was answered or is still owed. */
  hasAnswers: boolean
  series: Series
  /** What it promised and has reached. */
  aims: Aim[]
  /** Whether its page of materials has anything to show. */
  hasMaterials: boolean
  /** Articles about its meetings. */
  news: { meeting: Pick<Meeting, 'slug'>; title: Localised }[]
  feed: { https: string; webcal: string }
  /** The project's call for stories, while it is open. */
  invitation: CallFound | null
}

export function projectPage(say: Say, shown: ProjectShown): Page {
  const { project } = shown
  return {
    say,
    title: plain(say, project.title, project.locales),
    description: plain(say, project.aim, project.locales).slice(0, 200),
    colour: colourOf(project),
    of: project,
    links: html`<link rel="alternate" type="text/calendar" href="${paths.projectFeed(project)}">`,
    main: html`<div class="project-page">
${head(say, project)}
${storyInvitation(say, shown.invitation)}
${series(say, shown)}
${promises(say, shown)}
${dialogue(say, shown)}
${newsList(say, shown)}
${subscribe(say, shown)}
${publicIndicators(say, project.locales, shown.aims)}
${about(say, shown)}
${phaseList(say, shown)}
${linkList(say, shown)}
${small(say, shown)}
</div>`,
  }
}

function head(say: Say, project: Project): Html {
  return html`<header class="project-head">
${project.example ? html`<p class="notice example">${say('site.example')}</p>` : null}
${project.archivedAt ? html`<p><span class="badge archived">${say('projects.archived')}</span></p>` : null}
<h1>${marked(say, project.title, project.locales)}</h1>
<div class="lead">${passage(say, project.aim, project.locales)}</div>
</header>`
}

function series(say: Say, { project, series: { ahead, past } }: ProjectShown): Html {
  if (ahead.length + past.length === 0) {
    return html`<section class="series"><h2>${say('projects.series')}</h2><p class="empty">${say('projects.no-meetings')}</p></section>`
  }
  return html`${meetingList(say, project, 'ahead', ahead)}${meetingList(say, project, 'past', past)}`
}

function meetingList(say: Say, project: Project, part: 'ahead' | 'past', meetings: Listed[]): Html | null {
  if (meetings.length === 0) return null
  return html`<section class="series ${part}" aria-labelledby="${part}"><h2 id="${part}">${say(`projects.${part}`)}</h2>
<ol class="meeting-cards" role="list">${meetings.map((one) => html`<li>${meetingCard(say, project, one)}</li>`)}</ol></section>
`
}

/** The latest ones; the others are a link away. */
function promises(say: Say, { project, series: { ahead, past }, promises }: ProjectShown): Html | null {
  if (promises.length === 0) return null
  const meetings = [...ahead, ...past].map(({ meeting }) => meeting)
  return html`<section class="promises" aria-labelledby="promises"><h2 id="promises">${say('commitments.title')}</h2>
<ul class="promise-list" role="list">${promises.slice(0, 3).map((one) => html`<li>${promiseCard(say, project, meetings, one)}</li>`)}</ul>
<p><a href="${paths.commitments(project)}">${say('commitments.all')}</a></p></section>`
}

/** Where the young and the city go on talking. */
function dialogue(say: Say, { project, hasAnswers }: ProjectShown): Html | null {
  const isOpen = project.wallOpenedAt !== null
  if (!hasAnswers && !isOpen) return null
  return html`<p class="row">${hasAnswers ? html`<a class="button quiet" href="${paths.answered(project)}">${say('answers.title')}</a>` : null}
${isOpen ? html`<a class="button quiet" href="${paths.ideas(project)}">${say('ideas.title')}</a>` : null}</p>`
}

function newsList(say: Say, { project, news }: ProjectShown): Html | null {
  if (news.length === 0) return null
  return html`<section aria-labelledby="news"><h2 id="news">${say('news.of-project')}</h2>
<ul class="project-links">${news.map(({ meeting, title }) => html`<li><a href="${newsPaths.news(project, meeting)}">${words(say, title, project.locales)}</a></li>`)}</ul></section>`
}

function subscribe(say: Say, { project, feed }: ProjectShown): Html {
  return html`<section class="card subscribe" aria-labelledby="subscribe">
<h2 id="subscribe">${say('projects.subscribe')}</h2>
<p>${say('projects.subscribe-hint')}</p>
<p class="row"><a class="button quiet" href="${feed.webcal}">${say('projects.subscribe-app')}</a> <a href="${paths.subscribe(project, null)}">${say('subscribe.more')}</a></p>
</section>`
}

function about(say: Say, { project, partners }: ProjectShown): Html {
  const lead = partners.find((partner) => partner.lead)
  const others = partners.filter((partner) => !partner.lead)
  const named = (partner: Partner) => linked(partner.url, words(say, partner.name, project.locales))
  return html`<section aria-labelledby="about"><h2 id="about">${say('projects.about')}</h2>
<dl class="facts">
${fact(say('projects.dates'), dateSpan(say, project))}
${fact(say('projects.programme'), words(say, project.programme, project.locales))}
${fact(say('projects.funder'), words(say, project.funder, project.locales))}
${fact(say('projects.number'), project.number)}
${lead ? fact(say('projects.lead-partner'), named(lead)) : null}
${others.length > 0 ? fact(say('projects.partners'), html`<ul>${others.map((partner) => html`<li>${named(partner)}</li>`)}</ul>`) : null}
${project.contactEmail ? fact(say('projects.contact'), html`<a href="mailto:${project.contactEmail}">${project.contactEmail}</a>`) : null}
</dl></section>`
}

function fact(term: string, about: Html | string): Html | null {
  return String(about) === '' ? null : html`<div><dt>${term}</dt><dd>${about}</dd></div>`
}

function phaseList(say: Say, { project, phases }: ProjectShown): Html | null {
  if (phases.length === 0) return null
  return html`<section aria-labelledby="phases"><h2 id="phases">${say('projects.phases')}</h2>
<ol class="phases">${phases.map(
    (phase) => html`<li><h3>${marked(say, phase.title, project.locales)}</h3>
${hint(dateSpan(say, phase))}
${passage(say, phase.text, project.locales)}</li>`,
  )}</ol></section>`
}

function hint(text: string): Html | null {
  return text === '' ? null : html`<p class="hint">${text}</p>`
}

function linkList(say: Say, { project, links, hasMaterials }: ProjectShown): Html | null {
  if (links.length === 0 && !hasMaterials) return null
  const materials = html`<li><a href="${paths.produced(project)}">${say('materials.all')}</a></li>`
  return html`<section aria-labelledby="links"><h2 id="links">${say('projects.links')}</h2>
<ul class="project-links">${hasMaterials ? materials : null}${links.map((link) => html`<li>${linked(link.url, words(say, link.label, project.locales))}</li>`)}</ul></section>`
}

function linked(url: string, text: Html): Html {
  return url ? html`<a href="${url}" rel="noopener noreferrer">${text}</a>` : text
}

/** The funder's block: its emblem among the logos, its sentence below. */
function small(say: Say, { project, logos }: ProjectShown): Html | null {
  const disclaimer = passage(say, project.disclaimer, project.locales)
  if (logos.length === 0 && disclaimer.markup === '') return null
  return html`<section class="funding">
${logos.length > 0 ? html`<ul class="logos" role="list">${logos.map((logo) => html`<li>${logoImage(say, project, logo)}</li>`)}</ul>` : null}
<div class="disclaimer">${disclaimer}</div>
</section>`
}
