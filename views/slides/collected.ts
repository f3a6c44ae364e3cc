import type { Speaking } from '../../server/agenda/queries.ts'
import type { Collected, Desk } from '../../server/slides/desk.ts'
import type { ShownSlides } from '../../server/slides/queries.ts'
import { type Html, html } from '../html.ts'
import { type FormState, problemSummary } from '../parts/fields.ts'
import { plain, words } from '../parts/texts.ts'
import { paths } from '../paths.ts'
import type { Say } from '../say.ts'
import { machine, shortDay, stamp } from '../when.ts'
import { fileList } from './files.ts'
import { fileFieldName, replacesField, slidesField } from './slides-field.ts'

/** One slot on the list of those who collect slides. */
export function collectedSlot(say: Say, desk: Desk, one: Collected, sent: FormState): Html {
  const { project } = desk
  return html`<li class="card stack" id="slides-${one.slot.slug}">
<h3>${words(say, one.slot.title, project.locales)}</h3>
${speakers(say, desk, one)}
${one.slides.length > 0 ? files(say, desk, one) : null}
${one.released || one.slides.length === 0 ? null : html`<p class="hint">${say('slides.not-released')}</p>`}
<div class="row">${switches(say, desk, one)}</div>
${onBehalf(say, desk, one, sent)}
</li>`
}

function speakers(say: Say, desk: Desk, one: Collected): Html {
  const { speakers } = one.slot
  if (speakers.length === 0) return html`<p class="hint">${say('slides.nobody')}</p>`
  return html`<p>${speakers.map((speaker, i) => html`${i > 0 ? ' · ' : null}${speaker.name}${note(say, desk, one, speaker)}`)}</p>`
}

/** Why somebody has not been reminded, or when they were. */
function note(
  say: Say,
  { meeting }: Desk,
  { reminded, slides }: Collected,
  { id, email, standing }: Speaking,
): Html | null {
  const at = reminded.get(id)
  if (at)
    return html` <span class="hint">(${say('slides.reminded', { day: shortDay(at, meeting.zone, say.locale) })})</span>`
  if (slides.length > 0) return null
  if (standing !== 'confirmed') return html` <span class="hint">(${say('slides.unconfirmed')})</span>`
  return email ? null : html` <span class="hint">(${say('slides.no-address')})</span>`
}

function files(say: Say, desk: Desk, one: Collected): Html {
  return fileList(
    say,
    one.slides,
    paths.slides,
    (slides) => html`
<span class="hint">${handedInBy(say, desk, one, slides)}</span>${state(say, one, slides)}${removal(say, desk, one, slides)}`,
  )
}

function handedInBy(say: Say, { meeting }: Desk, { slot }: Collected, { handedInAt, speakerId }: ShownSlides): Html {
  const name = slot.speakers.find(({ id }) => id === speakerId)?.name
  const when = stamp(handedInAt, meeting.zone, say.locale)
  const words = name ? say('slides.by', { when, name }) : say('slides.by-organisers', { when })
  return html`<time datetime="${machine(handedInAt, meeting.zone)}">${words}</time>`
}

/** One file of a slot may be public while a later one is not yet. */
function state(say: Say, { slot }: Collected, { published }: ShownSlides): Html | null {
  if (published) return html` <span class="badge published">${say('slides.is-published')}</span>`
  return slot.slidesPublishedAt ? html` <span class="badge waiting">${say('slides.is-new')}</span>` : null
}

function removal(say: Say, { project, meeting }: Desk, { slot }: Collected, { id, name }: ShownSlides): Html {
  const action = paths.collectSlidesDo(project, meeting, slot, 'remove')
  return html`<form method="post" action="${action}" hx-post="${action}"><input type="hidden" name="id" value="${id}">
<button class="link danger" aria-label="${say('slides.remove-named', { name })}">${say('slides.remove')}</button></form>`
}

function switches(say: Say, desk: Desk, { slot, slides, withheld }: Collected): Html {
  const title = plain(say, slot.title, desk.project.locales)
  const isNew = slides.some(({ published }) => !published)
  const publish =
    slot.slidesPublishedAt && slides.some(({ published }) => published) ? 'slides.publish-new' : 'slides.publish'
  return html`${isNew && !withheld ? button(say, desk, slot, 'publish', title, say(publish)) : null}
${withheld && slides.length > 0 ? html`<span class="badge waiting">${say('slides.withheld')}</span>` : null}
${slot.slidesPublishedAt && slides.length > 0 ? button(say, desk, slot, 'unpublish', title, say('slides.unpublish')) : null}
${slides.length === 0 ? button(say, desk, slot, 'unwant', title, say('slides.unwant')) : null}`
}

function button(
  say: Say,
  { project, meeting }: Desk,
  slot: { slug: string },
  deed: string,
  title: string,
  label: string,
): Html {
  const action = paths.collectSlidesDo(project, meeting, slot, deed)
  return html`<form method="post" action="${action}" hx-post="${action}"><button class="button ${deed === 'publish' ? 'small' : 'quiet'}" aria-label="${say('slides.of', { deed: label, title })}">${label}</button></form>`
}

function onBehalf(say: Say, { project, meeting, most }: Desk, { slot, slides }: Collected, sent: FormState): Html {
  if (slides.length >= most.files) return html`<p class="hint">${say('slides.is-full', { most: most.files })}</p>`
  const problems = sent.problems?.filter(({ field }) => field === fileFieldName(slot)) ?? []
  const form = { typed: {}, problems: problems.length > 0 ? problems : null }
  return html`<details class="fold"${form.problems ? html` open` : null}><summary>${say('slides.on-behalf')}</summary>
<form class="stack" method="post" action="${paths.collectSlidesDo(project, meeting, slot, 'hand-in')}" enctype="multipart/form-data">
${problemSummary(say, form)}
${replacesField(say, slot, slides)}
${slidesField(say, form, slot, most.megabytes)}
<button class="button small">${say('slides.send')}</button>
</form></details>`
}
