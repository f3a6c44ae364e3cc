import type { Locale, Localised } from '../../db/languages.ts'
import type { Project } from '../../db/schema.ts'
import type { Compared } from '../../server/agenda/compare.ts'
import type { PlannedSlot } from '../../server/agenda/release.ts'
import { type Html, html } from '../html.ts'
import { languageBadge, words } from '../parts/texts.ts'
import { isOneDay } from '../parts/when-and-where.ts'
import type { MessageKey, Say } from '../say.ts'
import { day, shortDay, time } from '../when.ts'

type Where = { project: Pick<Project, 'locales'>; meeting: { zone: string } }
type Row = { what: MessageKey; old: Html | string; now: Html | string; lang?: Locale }

/** What changed, grouped by the day on which it is, or was. */
export function differenceByDay(say: Say, changes: readonly Compared[], where: Where): Html[] {
  const { zone } = where.meeting
  const dayOf = ({ before, after }: Compared) => day(start(after ?? before), zone, say.locale)
  return [...Map.groupBy(changes, dayOf)].map(
    ([date, ofDay]) => html`<section class="difference-day"><h3>${date}</h3>
<ul class="differences">${ofDay.map((one) => difference(say, one, where))}</ul></section>`,
  )
}

function difference(say: Say, { before, after }: Compared, where: Where): Html {
  const { locales } = where.project
  const slot = after ?? before
  const kind = !before ? 'added' : !after ? 'removed' : null
  const title = words(say, slot.title, locales)
  return html`<li class="difference${kind ? ` ${kind}` : ''}">
<p class="difference-head">${kind && html`<span class="badge">${say(`agenda.difference.${kind}`)}</span> `}<strong>${after ? title : html`<del>${title}</del>`}</strong>
${kind && html`<span class="hint">${placed(say, slot, where)}</span>`}</p>
${before && after ? html`<dl>${rowsOf(say, before, after, where).map((row) => differenceRow(say, row))}</dl>` : null}
</li>`
}

function differenceRow(say: Say, { what, old, now, lang }: Row): Html {
  const marked = lang ? html` lang="${lang}"` : null
  return html`<div><dt>${say(what)}${lang && lang !== say.locale ? html` ${languageBadge(lang)}` : null}</dt>
<dd><del${marked}>${old}</del> <span aria-hidden="true">→</span> <ins${marked}>${now}</ins></dd></div>`
}

function rowsOf(say: Say, before: PlannedSlot, after: PlannedSlot, where: Where): Row[] {
  const { locales } = where.project
  const room = (slot: PlannedSlot) => (slot.room ? words(say, slot.room, locales) : say('agenda.all-rooms'))
  const names = (slot: PlannedSlot) => slot.speakers.map(({ name }) => name).join(', ') || '–'
  const rows: Row[] = [
    { what: 'agenda.difference.time', old: timeOf(say, before, after, where), now: timeOf(say, after, before, where) },
    { what: 'agenda.difference.room', old: room(before), now: room(after) },
    { what: 'agenda.field.type', old: say(`agenda.type.${before.type}`), now: say(`agenda.type.${after.type}`) },
    { what: 'agenda.field.speakers', old: names(before), now: names(after) },
    ...textRows('agenda.field.title', before.title, after.title, locales),
    ...textRows('agenda.field.summary', before.summary, after.summary, locales),
  ]
  return rows.filter(({ old, now }) => String(old) !== String(now))
}

/** In every language of the project: a translation that changed is a change. */
function textRows(what: MessageKey, before: Localised, after: Localised, locales: readonly Locale[]): Row[] {
  return locales.map((lang) => ({ what, old: before[lang] || '–', now: after[lang] || '–', lang }))
}

/** "17:00–17:10", with the day where the other one is on another. */
function timeOf(say: Say, slot: PlannedSlot, other: PlannedSlot, { meeting: { zone } }: Where): string {
  const [startsAt, endsAt] = [start(slot), Temporal.Instant.from(slot.endsAt)]
  const span = `${time(startsAt, zone, say.locale)}–${time(endsAt, zone, say.locale)}`
  if (isOneDay({ startsAt: start(other), endsAt: startsAt, zone })) return span
  return `${shortDay(startsAt, zone, say.locale)}, ${span}`
}

function placed(say: Say, slot: PlannedSlot, where: Where): Html {
  const room = slot.room && words(say, slot.room, where.project.locales)
  return html`${timeOf(say, slot, slot, where)}${room && html`, ${room}`}`
}

function start({ startsAt }: PlannedSlot): Temporal.Instant {
  return Temporal.Instant.from(startsAt)
}
