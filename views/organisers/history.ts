import type { Project } from '../../db/schema.ts'
import type { Entry } from '../../server/organisers/past-deeds.ts'
import { type Html, html } from '../html.ts'
import { colourOf, type Page } from '../page.ts'
import { plain, words } from '../parts/texts.ts'
import { workspace } from '../parts/workspace.ts'
import { paths } from '../paths.ts'
import { isMessageKey, type Say } from '../say.ts'
import { machine, shortDay, time } from '../when.ts'

/** `more`: whether there are entries older than these. */
export function historyPage(say: Say, project: Project, entries: Entry[], more: boolean): Page {
  const oldest = entries.at(-1)
  return {
    say,
    title: say('workspace.history'),
    colour: colourOf(project),
    personal: true,
    workspace: workspace(say, { here: 'history', project }),
    main: html`<h1>${say('workspace.history')}</h1>
<p class="lead">${say('history.lead')}</p>
${entries.length === 0 ? html`<div class="empty"><p>${say('history.empty')}</p></div>` : html`<ol class="history" reversed>${entries.map((entry) => entryItem(say, project, entry))}</ol>`}
${more && oldest ? html`<p><a class="button quiet" href="${paths.olderHistory(project, oldest)}">${say('history.older')}</a></p>` : null}`,
  }
}

function entryItem(say: Say, project: Project, entry: Entry): Html {
  const { at, meeting } = entry
  return html`<li><p>${sentence(say, project, entry)}${meeting ? html` <a href="${paths.overview(project, meeting)}">${words(say, meeting.title, project.locales)}</a>` : null}</p>
<p class="hint">${actor(say, entry)}, <time datetime="${machine(at, project.zone)}">${shortDay(at, project.zone, say.locale)}, ${time(at, project.zone, say.locale)}</time></p></li>`
}

/** Facts that an older entry does not have read as nothing; `title` is kept in all its languages. */
function sentence(say: Say, project: Project, { deed, facts }: Entry): string {
  const key = `history.${deed}`
  const title = facts.title?.startsWith('{') ? plain(say, JSON.parse(facts.title), project.locales) : ''
  return say(isMessageKey(key) ? key : 'history.unknown', {
    name: '',
    people: '',
    role: '',
    part: '',
    answer: '',
    count: '',
    ...facts,
    title,
  })
}

const byItself = ['registration.offered', 'registrations.forgotten']

/** Offers that come by themselves are the clock's; whatever else nobody organised, people did for themselves. */
function actor(say: Say, { deed, organiser }: Entry): string {
  if (organiser) return organiser.name
  return say(byItself.includes(deed) ? 'history.clock' : 'history.themselves')
}
