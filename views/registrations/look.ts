import type { PhotoChannel, Project } from '../../db/schema.ts'
import type { AskedQuestion } from '../../server/questions/queries.ts'
import type { Look } from '../../server/registrations/desk/look.ts'
import { type Html, html } from '../html.ts'
import { plain } from '../parts/texts.ts'
import { paths } from '../paths.ts'
import { optionText } from '../questions/answer-text.ts'
import type { Say } from '../say.ts'
import { headOf } from './cells.ts'
import type { DeskView } from './desk.ts'
import { groupOptions } from './group-options.ts'

/** Search, filter, sort and columns: a plain GET form, which htmx sends while people type. */
export function lookForm(say: Say, view: DeskView): Html {
  const { project, meeting, look, groups, choices } = view
  const action = paths.registrations(project, meeting)
  const statuses = [
    ['live', say('desk.live')],
    ['all', say('desk.everybody')],
    ...named(choices.statuses, (one) => say(`desk.${one}`)),
  ] as const
  return html`<form class="look-form" method="get" action="${action}" role="search" hx-get="${action}" hx-target="#registrations" hx-swap="outerHTML" hx-replace-url="true" hx-trigger="input delay:200ms">
<div class="row look">
<label>${say('desk.search')} <input type="search" name="search" value="${look.search}"></label>
${select(say('desk.status'), 'status', statuses, look.status)}
${filter(
  say,
  'group',
  groupOptions(say, project, groups).map(({ value, label }) => [value, label]),
  look.group,
)}
${select(
  say('desk.sort'),
  'sort',
  named(choices.sorts, (one) => say(`desk.sort-${one}`)),
  look.sort,
)}
<button class="button quiet">${say('desk.show')}</button>
</div>
${further(say, view)}
${columnChoice(say, view)}
</form>`
}

/** What is asked for less often; open while any of it is in force. */
function further(say: Say, view: DeskView): Html | null {
  const { project, look, choices } = view
  const filters = [
    choices.kinds.length > 0
      ? filter(
          say,
          'kind',
          named(choices.kinds, (one) => say(`desk.kind-${one}`)),
          look.kind,
        )
      : null,
    choices.ages.length > 0
      ? filter(
          say,
          'age',
          named(choices.ages, (one) => say(`desk.age-${one}`)),
          look.age,
        )
      : null,
    ...choices.photos.map((channel) => photoFilter(say, channel, look)),
    choices.workshops.length > 0 ? workshopFilter(say, view) : null,
    choices.came.length > 0 ? cameFilter(say, view) : null,
    ...choices.questions.map((asked) => answerFilter(say, project, asked, look)),
  ].filter((one) => one !== null)
  if (filters.length === 0) return null
  return html`<details class="fold"${isNarrowed(look) ? html` open` : null}><summary>${say('desk.further')}</summary>
<div class="row look">${filters}</div></details>`
}

/** Who was not asked, or has not answered, may not be shown. */
function photoFilter(say: Say, channel: PhotoChannel, { photos }: Look): Html {
  const options = named(['yes', 'no'] as const, (one) => say(`consent.${one}`))
  return select(
    say(`desk.photo-${channel}`),
    `photo.${channel}`,
    [['', say('desk.all')], ...options],
    photos[channel] ?? '',
  )
}

function workshopFilter(say: Say, { project, look, choices }: DeskView): Html {
  const options = choices.workshops.map(
    ({ slotId, slot }) => [slotId, plain(say, slot.title, project.locales)] as const,
  )
  return select(say('desk.workshop'), 'workshop', [['', say('desk.all')], ...options], look.workshop)
}

function cameFilter(say: Say, { look, choices }: DeskView): Html {
  const options = named(choices.came, (one) => say(`mailing.came-${one}`))
  return select(say('mailing.came'), 'came', [['', say('desk.all')], ...options], look.came)
}

/** By the answers to choose from as they are called now. */
function answerFilter(say: Say, { locales }: Project, { question, wording }: AskedQuestion, { answers }: Look): Html {
  const ids = question.kind === 'yes-no' ? ['yes', 'no'] : wording.options.map(({ id }) => id)
  const options = named(ids, (id) => optionText(say, locales, wording, id))
  const label = plain(say, wording.label, locales)
  return select(label, `answer.${question.id}`, [['', say('desk.all')], ...options], answers[question.id] ?? '')
}

function isNarrowed({ kind, age, photos, answers, workshop, came }: Look): boolean {
  return [kind, age, workshop, came].some(Boolean) || Object.keys(photos).length + Object.keys(answers).length > 0
}

/** `show` says that a choice was made, even if it is of none. */
function columnChoice(say: Say, view: DeskView): Html {
  const { columns, shown } = view
  const isShown = (name: string) => shown.some((column) => column.name === name)
  return html`<details class="fold"><summary>${say('desk.columns')}</summary>
<fieldset class="row ticks"><legend class="unseen">${say('desk.columns')}</legend><input type="hidden" name="show" value="chosen">
${columns.map(
  (column) =>
    html`<label><input type="checkbox" name="show.${column.name}" value="yes"${isShown(column.name) ? html` checked` : null}> ${headOf(say, view, column)}</label>`,
)}</fieldset></details>`
}

type Options = readonly (readonly [value: string, label: string])[]

function named<T extends string>(values: readonly T[], label: (value: T) => string): Options {
  return values.map((value) => [value, label(value)] as const)
}

/** Narrows by one thing, or does not. */
function filter(say: Say, name: 'group' | 'kind' | 'age', options: Options, chosen: string | null): Html {
  return select(say(`desk.${name}`), name, [['', say('desk.all')], ...options], chosen)
}

function select(label: string, name: string, options: Options, chosen: string | null): Html {
  return html`<label>${label} <select name="${name}">${options.map(
    ([value, text]) => html`<option value="${value}"${value === chosen ? html` selected` : null}>${text}</option>`,
  )}</select></label>`
}
