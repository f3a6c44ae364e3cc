import type { Collected, Desk } from '../../server/slides/desk.ts'
import { type Html, html } from '../html.ts'
import { colourOf, type Page } from '../page.ts'
import type { FormState } from '../parts/fields.ts'
import { plain, words } from '../parts/texts.ts'
import { workspace } from '../parts/workspace.ts'
import { paths } from '../paths.ts'
import type { MessageKey, Say } from '../say.ts'
import { shortDay } from '../when.ts'
import { collectedSlot } from './collected.ts'

const blank: FormState = { typed: {}, problems: null }

/** Who has handed in what, who is missing, and the switches that publish. */
export function slidesDeskPage(say: Say, desk: Desk, form: FormState = blank): Page {
  const { project, meeting } = desk
  const list = () => collecting(say, desk, form)
  return {
    say,
    title: say('workspace.slides'),
    colour: colourOf(project),
    workspace: workspace(say, { here: 'slides', project, meeting }),
    main: html`<h1>${say('workspace.slides')}</h1>
<p class="lead">${say('slides.lead', { day: shortDay(desk.due, meeting.zone, say.locale) })}</p>
${list()}`,
    fragments: { 'slides-desk': list },
  }
}

function collecting(say: Say, desk: Desk, form: FormState): Html {
  const { missing, handedIn, notAsked } = desk
  const isEmpty = missing.length + handedIn.length === 0
  return html`<div id="slides-desk" class="stack" hx-target:inherited="#slides-desk" hx-swap:inherited="outerHTML">
${isEmpty ? html`<div class="empty"><p>${say('slides.empty')}</p></div>` : group(say, desk, form, 'slides.missing', missing)}
${handedIn.length > 0 ? group(say, desk, form, 'slides.handed-in', handedIn) : null}
${notAsked.length > 0 ? others(say, desk) : null}
</div>`
}

function group(say: Say, desk: Desk, form: FormState, title: MessageKey, slots: readonly Collected[]): Html {
  return html`<section class="stack"><div class="slides-head"><h2>${say(title)} <span class="badge count">${slots.length}</span></h2>
${title === 'slides.handed-in' ? publishingAll(say, desk) : null}</div>
${slots.length === 0 ? html`<p>${say('slides.missing-none')}</p>` : html`<ul class="slides-desk" role="list">${slots.map((one) => collectedSlot(say, desk, one, form))}</ul>`}
</section>`
}

function publishingAll(say: Say, { project, meeting, handedIn, begun }: Desk): Html | null {
  const waiting = handedIn.filter(({ slides, withheld }) => !withheld && slides.some(({ published }) => !published))
  if (waiting.length === 0) return null
  const action = paths.collectAllSlides(project, meeting, 'publish')
  return html`<form method="post" action="${action}" hx-post="${action}"><button class="button small">${say('slides.publish-all')}</button></form>
${begun ? null : html`<p class="hint">${say('slides.before-meeting')}</p>`}`
}

function others(say: Say, desk: Desk): Html {
  const { project, meeting, notAsked } = desk
  const action = paths.collectAllSlides(project, meeting, 'want')
  const hasStories = notAsked.some(({ slot }) => slot.type === 'story')
  return html`<section class="stack"><div class="slides-head"><h2>${say('slides.not-asked')} <span class="badge count">${notAsked.length}</span></h2>
${hasStories ? html`<form method="post" action="${action}" hx-post="${action}"><button class="button small">${say('slides.want-stories')}</button></form>` : null}</div>
<ul class="slides-unasked" role="list">${notAsked.map((one) => unasked(say, desk, one))}</ul>
</section>`
}

function unasked(say: Say, { project, meeting }: Desk, { slot }: Collected): Html {
  const action = paths.collectSlidesDo(project, meeting, slot, 'want')
  const label = say('slides.of', { deed: say('slides.want'), title: plain(say, slot.title, project.locales) })
  return html`<li><span>${words(say, slot.title, project.locales)} <span class="hint">${slot.speakers.map(({ name }) => name).join(', ')}</span></span>
<form method="post" action="${action}" hx-post="${action}"><button class="button quiet" aria-label="${label}">${say('slides.want')}</button></form></li>`
}
