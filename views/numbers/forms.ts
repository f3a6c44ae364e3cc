import type { Indicator, Project } from '../../db/schema.ts'
import { type Html, html } from '../html.ts'
import { choiceField, type FormState, inLanguages, problemSummary, textField, tickBox } from '../parts/fields.ts'
import { paths } from '../paths.ts'
import { fieldRow, rowNumbers } from '../projects/rows.ts'
import type { Say } from '../say.ts'

/** What we can count. */
export type Counted = Exclude<Indicator['counts'], 'by-hand'>

export function indicatorsSection(say: Say, project: Project, form: FormState, countedBy: readonly Counted[]): Html {
  return section(
    say,
    project,
    form,
    'indicators',
    html`<p class="hint">${say('numbers.indicators-hint')} ${say('settings.rows-hint')}</p>
${rowNumbers(form, 'indicators').map((number, index) => {
  const at = `indicators.${number}`
  return fieldRow(say, form, at, say('settings.row', { number: index + 1 }), [
    inLanguages(say, form, { name: `${at}.name`, label: say('numbers.indicator'), locales: project.locales, max: 200 }),
    choiceField(say, form, {
      name: `${at}.counts`,
      label: say('numbers.counted-by'),
      empty: say('numbers.by-hand'),
      options: countedBy.map((value) => ({ value, label: say(`numbers.counts.${value}`) })),
    }),
    html`<div class="row">${textField(say, form, { name: `${at}.planned`, label: say('numbers.planned'), numeric: true })}${textField(say, form, { name: `${at}.reached`, label: say('numbers.reached-by-hand'), numeric: true })}</div>`,
  ])
})}`,
  )
}

export function countingSection(say: Say, project: Project, form: FormState): Html {
  const options = (['came', 'registered'] as const).map((value) => {
    return { value, label: say(`numbers.participant.${value}`) }
  })
  return section(
    say,
    project,
    form,
    'counting',
    html`<p class="hint">${say('numbers.counting-hint')}</p>
${textField(say, form, { name: 'bands', label: say('numbers.bands'), hint: say('numbers.bands-hint'), max: 60 })}
${choiceField(say, form, { name: 'participant', label: say('numbers.participant'), options })}
${tickBox(form, { name: 'withAdults', label: say('numbers.with-adults') })}
${textField(say, form, { name: 'smallest', label: say('numbers.smallest'), hint: say('numbers.smallest-hint'), numeric: true })}`,
  )
}

function section(say: Say, project: Project, form: FormState, part: 'counting' | 'indicators', fields: Html): Html {
  return html`<details class="card fold"${form.problems ? html` open` : null}><summary><h2>${say(`numbers.${part}-edit`)}</h2></summary>
<form class="stack" method="post" action="${paths.numbersDo(project, part)}" novalidate>
${problemSummary(say, form)}
${fields}
<button class="button">${say('settings.save')}</button>
</form></details>`
}
