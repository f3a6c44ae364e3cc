import { isLocale } from '../../db/languages.ts'
import type { Meeting, Organiser, Project } from '../../db/schema.ts'
import type { DeedKind } from '../../server/organisers/deed-kinds.ts'
import type { Entry, HistoryLook } from '../../server/organisers/past-deeds.ts'
import { type Html, html } from '../html.ts'
import { kindName } from '../mail/names.ts'
import { colourOf, type Page } from '../page.ts'
import { plain, words } from '../parts/texts.ts'
import { workspace } from '../parts/workspace.ts'
import { paths } from '../paths.ts'
import { isMessageKey, type Say } from '../say.ts'
import { languageNames, machine, shortDay, time } from '../when.ts'

export type HistoryView = {
  project: Project
  look: HistoryLook
  entries: Entry[]
  /** Whether there are entries older than these. */
  more: boolean
  actors: Organiser[]
  meetings: Meeting[]
  kinds: readonly DeedKind[]
}

export function historyPage(say: Say, view: HistoryView): Page {
  const { project, entries, more } = view
  const oldest = entries.at(-1)
  return {
    say,
    title: say('workspace.history'),
    colour: colourOf(project),
    personal: true,
    workspace: workspace(say, { here: 'history', project }),
    main: html`<h1>${say('workspace.history')}</h1>
<p class="lead">${say('history.lead')}</p>
${lookForm(say, view)}
${entries.length === 0 ? nothing(say, view) : html`<ol class="history" reversed>${entries.map((entry) => entryItem(say, project, entry))}</ol>`}
${more && oldest ? html`<p><a class="button quiet" href="${paths.history(project)}?${String(query(view, oldest))}">${say('history.older')}</a></p>` : null}`,
  }
}

function lookForm(say: Say, { project, look, actors, meetings, kinds }: HistoryView): Html {
  const people = actors.map(({ id, name }) => option(id, name, look.by))
  const all = meetings.map(({ slug, title }) => option(slug, plain(say, title, project.locales), look.meeting))
  const every = kinds.map((kind) => option(kind, say(`history.kind-${kind}`), look.kind))
  return html`<form class="row look" method="get" action="${paths.history(project)}">
<label>${say('history.by')} <select name="by"><option value="">${say('history.by-anybody')}</option>${people}${option('nobody', say('history.by-nobody'), look.by)}</select></label>
<label>${say('history.meeting')} <select name="meeting"><option value="">${say('history.any-meeting')}</option>${all}</select></label>
<label>${say('history.kind')} <select name="kind"><option value="">${say('history.any-kind')}</option>${every}</select></label>
<button class="button quiet">${say('history.filter')}</button>
</form>`
}

function option(value: string, label: string, chosen: string | null): Html {
  return html`<option value="${value}"${value === chosen ? html` selected` : null}>${label}</option>`
}

function nothing(say: Say, { look }: HistoryView): Html {
  const isNarrowed = Object.values(look).some((one) => one !== null)
  return html`<div class="empty"><p>${say(isNarrowed ? 'history.none-such' : 'history.empty')}</p></div>`
}

function query({ look }: HistoryView, { id }: Entry): URLSearchParams {
  const asked = Object.entries(look).filter((pair): pair is [string, string] => pair[1] !== null)
  return new URLSearchParams([...asked, ['before', id]])
}

function entryItem(say: Say, project: Project, entry: Entry): Html {
  const { at, meeting } = entry
  return html`<li><p>${sentence(say, project, entry)}${meeting ? html` <a href="${paths.overview(project, meeting)}">${words(say, meeting.title, project.locales)}</a>` : null}</p>
<p class="hint">${actor(say, entry)}, <time datetime="${machine(at, project.zone)}">${shortDay(at, project.zone, say.locale)}, ${time(at, project.zone, say.locale)}</time></p></li>`
}

/** Facts that an older entry does not have read as nothing; `title` is kept in all its languages. */
function sentence(say: Say, project: Project, { deed, facts, colleague }: Entry): string {
  const key = `history.${deed}`
  const title = facts.title?.startsWith('{') ? plain(say, JSON.parse(facts.title), project.locales) : ''
  return say(isMessageKey(key) ? key : 'history.unknown', {
    ...{ role: '', part: '', answer: '', count: '', people: '', format: '' },
    letter: facts.kind ? kindName(say, { kind: facts.kind }) : '',
    language: isLocale(facts.locale) ? languageNames[facts.locale] : 'none',
    ...facts,
    name: colleague?.name ?? facts.name ?? '',
    title,
  })
}

const byItself = ['registration.offered', 'registrations.forgotten']

/** Offers and forgetting are the clock's; whatever else nobody organised, people did for themselves. */
function actor(say: Say, { deed, organiser }: Entry): string {
  if (organiser) return organiser.name
  return say(byItself.includes(deed) ? 'history.clock' : 'history.themselves')
}
