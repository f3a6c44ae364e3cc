import type { Project } from '../../db/schema.ts'
import type { Measure } from '../../server/numbers/attendance.ts'
import type { Numbers } from '../../server/numbers/numbers.ts'
import { type Html, html } from '../html.ts'
import { colourOf, type Page } from '../page.ts'
import type { FormState } from '../parts/fields.ts'
import { workspace } from '../parts/workspace.ts'
import { paths } from '../paths.ts'
import type { Say } from '../say.ts'
import { called } from './called.ts'
import { type Counted, countingSection, indicatorsSection } from './forms.ts'
import { indicatorTable } from './indicators.ts'
import { reachedText, shown } from './shown.ts'
import { crossTable, meetingTable } from './tables.ts'

export type NumbersForms = { counting: FormState; indicators: FormState }

export type NumbersShown = {
  project: Project
  numbers: Numbers
  of: Measure
  forms: NumbersForms
  countedBy: readonly Counted[]
}

/** Who came, what was promised, and the rules by which it is counted. */
export function numbersPage(say: Say, told: NumbersShown): Page {
  const { project, numbers, forms, countedBy } = told
  return {
    say,
    title: say('numbers.title'),
    colour: colourOf(project),
    workspace: workspace(say, { here: 'numbers', project }),
    main: html`<div class="numbers flow"><h1>${say('numbers.title')}</h1>
<p class="lead">${say('numbers.lead')}</p>
${figures(say, numbers)}
${aims(say, project, numbers)}
${numbers.meetings.length === 0 ? html`<div class="empty"><p>${say('numbers.empty')}</p></div>` : attendance(say, told)}
<p class="hint">${say('numbers.kept-back-why', { smallest: numbers.counting.smallest })}</p>
<p><a class="button quiet" href="${paths.numbersFile(project)}" download>${say('numbers.csv')}</a></p>
${indicatorsSection(say, project, forms.indicators, countedBy)}
${countingSection(say, project, forms.counting)}
</div>`,
  }
}

function figures(say: Say, { participants, young, tables, someAnew }: Numbers): Html {
  const figure = (label: string, number: Html) => html`<div><dt>${label}</dt><dd>${number}</dd></div>`
  return html`<dl class="figures">
${figure(say('numbers.counts.participants'), reachedText(say, participants))}
${figure(say('numbers.counts.young'), reachedText(say, young))}
${figure(say('numbers.counts.attendances'), shown(say, tables.came.all))}
</dl>
<p class="hint">${say('numbers.once')}${someAnew ? html` ${say('numbers.anew')}` : null}</p>`
}

function aims(say: Say, { locales }: Project, { aims }: Numbers): Html {
  return html`<section class="stack"><h2>${say('numbers.indicators')}</h2>
${aims.length === 0 ? html`<p class="empty">${say('numbers.no-indicators')}</p>` : indicatorTable(say, locales, aims)}</section>`
}

function attendance(say: Say, { project, numbers, of }: NumbersShown): Html {
  const names = called(say, project, numbers.groups)
  return html`<section class="stack"><h2>${say('numbers.by-meeting')}</h2>
${meetingTable(say, project, numbers)}</section>
<section class="stack" id="by"><h2>${say('numbers.by')}</h2>
${choices(say, project, of)}
<h3>${say('numbers.byGroup')}</h3>
${crossTable(say, project, numbers, of, { by: 'byGroup', called: names.group })}
<h3>${say('numbers.byBand')}</h3>
${crossTable(say, project, numbers, of, { by: 'byBand', called: names.band })}
<p class="hint">${say('numbers.bands-how')}</p></section>`
}

function choices(say: Say, project: Project, of: Measure): Html {
  const all = ['registered', 'came', 'walkIns'] as const
  return html`<nav aria-label="${say('numbers.by')}"><ul class="choices" role="list">${all.map(
    (one) =>
      html`<li><a class="button quiet" href="${paths.numbers(project, one)}#by"${one === of ? html` aria-current="true"` : null}>${say(`numbers.of.${one}`)}</a></li>`,
  )}</ul></nav>`
}
