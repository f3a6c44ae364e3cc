import type { ReportTold } from '../../server/report/told.ts'
import { type Html, html } from '../html.ts'
import { colourOf, type Page } from '../page.ts'
import { passage, plain, words } from '../parts/texts.ts'
import { workspace } from '../parts/workspace.ts'
import { paths } from '../paths.ts'
import { logoImage } from '../projects/logo-section.ts'
import type { Say } from '../say.ts'
import { languageNames, shortDay } from '../when.ts'
import { blockHtml } from './block.ts'
import type { Part } from './blocks.ts'

/** The report to be read, and to be printed: on paper nothing stands beside it. */
export function reportPage(say: Say, told: ReportTold, parts: readonly Part[]): Page {
  const { project } = told
  return {
    say,
    title: `${say('report.title')} · ${plain(say, project.title, project.locales)}`,
    colour: colourOf(project),
    workspace: workspace(say, { here: 'report', project }),
    main: html`${tools(say, told)}
<article class="report">
${head(say, told)}
${parts.map((part) => partHtml(say, told, part))}
${foot(say, told)}
</article>`,
  }
}

function tools(say: Say, { project }: ReportTold): Html {
  return html`<div class="report-tools stack"><p><a href="${paths.report(project)}">${say('report.back')}</a></p>
<nav aria-label="${say('site.languages')}"><ul class="choices" role="list">${project.locales.map(
    (locale) =>
      html`<li><a class="button quiet" href="${paths.reportRead(project, locale)}" lang="${locale}" hreflang="${locale}"${locale === say.locale ? html` aria-current="true"` : null}>${languageNames[locale]}</a></li>`,
  )}</ul></nav>
<p class="row"><a class="button" href="${paths.reportFile(project, say.locale)}" download>${say('report.docx')}</a> <span class="hint">${say('report.print-hint')}</span></p></div>`
}

function head(say: Say, { project, report, logos }: ReportTold): Html {
  const programme = [project.programme, project.funder].map((text) => words(say, text, project.locales))
  const named = programme.filter(({ markup }) => markup !== '')
  return html`<header class="report-head stack">
${logos.length > 0 ? html`<ul class="logos" role="list">${logos.map((logo) => html`<li>${logoImage(say, project, logo)}</li>`)}</ul>` : null}
<p class="above">${say('report.title')}</p>
<h1>${words(say, project.title, project.locales)}</h1>
<p class="hint">${named.map((one, at) => html`${at > 0 ? ' · ' : null}${one}`)}</p>
<p>${report?.finishedAt ? say('report.finished-on', { day: shortDay(report.finishedAt, project.zone, say.locale) }) : html`<span class="badge waiting">${say('report.unfinished')}</span>`}</p>
</header>`
}

function partHtml(say: Say, { project }: ReportTold, { key, title, blocks }: Part): Html {
  const id = `part-${key}`
  return html`<section class="report-part stack" aria-labelledby="${id}"><h2 id="${id}">${title}</h2>
${blocks.map((block) => blockHtml(say, project.locales, block))}</section>`
}

function foot(say: Say, { project }: ReportTold): Html | null {
  const disclaimer = passage(say, project.disclaimer, project.locales)
  return disclaimer.markup ? html`<footer class="report-foot disclaimer">${disclaimer}</footer>` : null
}
