import type { Photo, Project, Report } from '../../db/schema.ts'
import type { Lack } from '../../server/report/missing.ts'
import type { SectionKey } from '../../server/report/sections.ts'
import { type Html, html } from '../html.ts'
import { colourOf, type Page } from '../page.ts'
import type { FormState } from '../parts/fields.ts'
import { workspace } from '../parts/workspace.ts'
import { paths } from '../paths.ts'
import type { Say } from '../say.ts'
import { languageNames, shortDay } from '../when.ts'
import { lackList } from './lacks.ts'
import { writing } from './writing.ts'

export type ReportDesk = {
  project: Project
  report: Report | null
  lacks: Lack[]
  /** Those that the funder may see today. */
  photos: Photo[]
  sectionKeys: readonly SectionKey[]
  /** What somebody else saved, or finished, while this form was open. */
  overtakenBy: Report | null
}

export function reportDeskPage(say: Say, desk: ReportDesk, form: FormState): Page {
  const { project, report, lacks } = desk
  const isReturned = form.problems !== null || desk.overtakenBy !== null
  return {
    say,
    title: say('report.title'),
    colour: colourOf(project),
    workspace: workspace(say, { here: 'report', project }),
    main: html`<h1>${say('report.title')}</h1>
<p class="lead">${say('report.lead')}</p>
<div class="stack">
${lackList(say, project, lacks)}
${standing(say, desk)}
${report?.finishedAt && !isReturned ? null : writing(say, desk, form)}
</div>`,
  }
}

function standing(say: Say, { project, report }: ReportDesk): Html {
  const finishedAt = report?.finishedAt ?? null
  const state = finishedAt
    ? html`<span class="badge published">${say('report.finished-on', { day: shortDay(finishedAt, project.zone, say.locale) })}</span>`
    : html`<span class="badge waiting">${say('report.unfinished')}</span>`
  return html`<section class="card stack" aria-labelledby="standing"><h2 id="standing">${say('report.as-it-is')}</h2>
<p>${state}</p>
<ul class="report-files">${project.locales.map(
    (locale) =>
      html`<li><span lang="${locale}">${languageNames[locale]}</span>: <a href="${paths.reportRead(project, locale)}">${say('report.read')}<span class="unseen"> ${languageNames[locale]}</span></a> · <a href="${paths.reportFile(project, locale)}" download>${say('report.docx')}<span class="unseen"> ${languageNames[locale]}</span></a></li>`,
  )}</ul>
${report ? turning(say, project, finishedAt ? 'reopen' : 'finish') : null}</section>`
}

function turning(say: Say, project: Project, deed: 'finish' | 'reopen'): Html {
  return html`<form class="stack" method="post" action="${paths.reportDo(project, deed)}"><p class="hint">${say(`report.${deed}-hint`)}</p>
<button class="button ${deed === 'finish' ? 'small' : 'quiet'}">${say(`report.${deed}`)}</button></form>`
}
