import type { Project } from '../../db/schema.ts'
import type { HeldData, HeldKind, HeldMeeting, HeldRow } from '../../server/retention/held.ts'
import { type Html, html } from '../html.ts'
import { colourOf, type Page } from '../page.ts'
import { table } from '../parts/table.ts'
import { plain, words } from '../parts/texts.ts'
import { workspace } from '../parts/workspace.ts'
import { paths } from '../paths.ts'
import type { MessageKey, Say } from '../say.ts'
import { machine, shortDay } from '../when.ts'

/** What is still held of people in a project, until when, and what stays of it. */
export function heldPage(say: Say, project: Project, data: HeldData): Page {
  const { meetings } = data
  return {
    say,
    title: say('held.title'),
    colour: colourOf(project),
    workspace: workspace(say, { here: 'held', project }),
    main: html`<h1>${say('held.title')}</h1>
<p class="lead">${say('held.lead')}</p>
${meetings.length === 0 ? html`<div class="empty"><p>${say('held.empty')}</p></div>` : meetings.map((one) => meetingSection(say, project, one))}
${others(say, project, data)}`,
  }
}

function meetingSection(say: Say, project: Project, held: HeldMeeting): Html {
  const { meeting, rows } = held
  return html`<section class="stack held-meeting"><h2>${meeting.number}. ${words(say, meeting.title, project.locales)}</h2>
<p>${stays(say, held)} <a href="${paths.signUp(project, meeting)}">${say('held.change', { days: meeting.keepDays })}</a></p>
${rows.length === 0 ? html`<p class="notice">${say('held.nothing')}</p>` : rowTable(say, `${meeting.number}. ${plain(say, meeting.title, project.locales)}`, meeting.zone, rows)}
</section>`
}

function stays(say: Say, { stays: { all, people, forgotten }, wentAt, erased, meeting }: HeldMeeting): string {
  const went = wentAt ? say('held.went', { date: shortDay(wentAt, meeting.zone, say.locale) }) : ''
  const themselves = erased > 0 ? say('held.erased', { erased }) : ''
  return [say('held.stays', { all, people, forgotten }), went, themselves].filter(Boolean).join(' ')
}

function rowTable(say: Say, label: string, zone: string, rows: readonly HeldRow[]): Html {
  const heads = [say('held.what'), say('held.rows'), say('held.until')]
  return table(
    label,
    heads,
    rows.map((row) => tableRow(say, zone, row)),
  )
}

function tableRow(say: Say, zone: string, { kind, rows, until }: HeldRow): Html {
  return rowOf(say, zone, { label: say(`held.kind.${kind}`), stays: then[kind], rows, until })
}

type Told = Omit<HeldRow, 'kind'> & { label: string; stays: MessageKey }

function rowOf(say: Say, zone: string, { label, stays, rows, until }: Told): Html {
  return html`<tr><th scope="row">${label} <span class="hint">${say('held.then')}: ${say(stays)}</span></th>
<td class="number">${rows}</td>
<td class="when">${date(say, until, zone)}</td></tr>`
}

function date(say: Say, at: Temporal.Instant, zone: string): Html {
  return html`<time datetime="${machine(at, zone)}">${shortDay(at, zone, say.locale)}</time>`
}

/** What is left of each kind. */
const then: Record<HeldKind, MessageKey> = {
  people: 'held.then-counts',
  participants: 'held.then-counts',
  answers: 'held.then-nothing',
  files: 'held.then-nothing',
  guardians: 'held.then-yes',
  letters: 'held.then-letters',
  introductions: 'held.then-nothing',
  steps: 'held.then-nothing',
  stories: 'held.then-public',
  slides: 'held.then-nothing',
  materials: 'held.then-nothing',
  voices: 'held.then-public',
}

/** What belongs to no one meeting. */
function others(say: Say, project: Project, { project: rows, speakers }: HeldData): Html | null {
  if (rows.length === 0 && !speakers) return null
  const speakerRow = speakers
    ? rowOf(say, project.zone, { label: say('held.speakers'), stays: 'held.then-public', ...speakers })
    : null
  const heads = [say('held.what'), say('held.rows'), say('held.until-last')]
  const all = [...rows.map((row) => tableRow(say, project.zone, row)), ...(speakerRow ? [speakerRow] : [])]
  return html`<section class="stack held-meeting"><h2>${say('held.others')}</h2>${table(say('held.others'), heads, all)}</section>`
}
