import type { Project } from '../../db/schema.ts'
import type { Reported } from '../../server/trusted/queries.ts'
import { dialogueTabs } from '../dialogue/tabs.ts'
import { voiceText } from '../dialogue/voice.ts'
import { type Html, html } from '../html.ts'
import { colourOf, type Page } from '../page.ts'
import { workspace } from '../parts/workspace.ts'
import { paths } from '../paths.ts'
import type { Say } from '../say.ts'
import { dayAndTime } from '../when.ts'

export function abuseReportsPage(say: Say, project: Project, reports: readonly Reported[]): Page {
  return {
    say,
    title: say('abuse.title'),
    colour: colourOf(project),
    workspace: workspace(say, { here: 'dialogue', project }),
    main: html`<h1>${say('abuse.title')}</h1>
${dialogueTabs(say, project, 'reports', reports.length)}
<p class="lead">${say('abuse.lead')}</p>
${reports.length === 0 ? html`<div class="empty"><p>${say('abuse.empty')}</p></div>` : html`<ul class="voices" role="list">${reports.map((one) => reported(say, project, one))}</ul>`}`,
  }
}

function reported(say: Say, project: Project, { report, voice }: Reported): Html {
  const title = dayAndTime(report.at, project.zone, say.locale)
  return html`<li class="card stack"><h2>${title}</h2>
<p class="voice-text">${report.words}</p>
${voice ? html`<p>${say('abuse.about')} <a href="${paths.item(project, voice)}">${voiceText(say, voice)}</a></p>` : null}
${report.path ? html`<p>${say('abuse.page')} <a href="${report.path}">${report.path}</a></p>` : null}
<form method="post" action="${paths.abuseReportClose(project, report)}"><button class="button small">${say('abuse.close')}<span class="unseen"> (${title})</span></button></form></li>`
}
