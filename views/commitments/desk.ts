import type { Project } from '../../db/schema.ts'
import { type Html, html } from '../html.ts'
import { colourOf, type Page } from '../page.ts'
import { table } from '../parts/table.ts'
import { plain, words } from '../parts/texts.ts'
import { workspace } from '../parts/workspace.ts'
import { paths } from '../paths.ts'
import type { Say } from '../say.ts'
import { date } from '../when.ts'
import { type Shown, stateBadge } from './promise.ts'

/** Every promise, where it stands, and who may read it. */
export function commitmentsDeskPage(say: Say, { project, shown }: { project: Project; shown: Shown[] }): Page {
  return {
    say,
    title: say('commitments.title'),
    colour: colourOf(project),
    workspace: workspace(say, { here: 'commitments', project }),
    main: html`<h1>${say('commitments.title')}</h1>
<p class="lead">${say('commitments.desk-lead')}</p>
<p class="row"><a class="button" href="${paths.newCommitment(project)}">${say('commitments.new')}</a>
<a href="${paths.commitments(project)}">${say('commitments.public')}</a></p>
${shown.length === 0 ? html`<section class="empty"><h2>${say('commitments.none-yet')}</h2><p>${say('commitments.teach')}</p></section>` : promiseTable(say, project, shown)}`,
  }
}

function promiseTable(say: Say, project: Project, shown: Shown[]): Html {
  const heads = [say('commitment.will'), say('commitment.state'), say('commitment.due-on'), say('commitment.readers')]
  return table(
    say('commitments.title'),
    heads,
    shown.map((one) => row(say, project, one)),
  )
}

function row(say: Say, project: Project, one: Shown): Html {
  const { commitment } = one
  const readers = commitment.publishedAt ? 'published' : 'draft'
  return html`<tr>
<th scope="row"><a href="${paths.commitment(project, commitment)}">${words(say, commitment.will, project.locales)}</a></th>
<td>${stateBadge(say, one)}</td>
<td>${commitment.dueOn ? date(commitment.dueOn, say.locale) : '–'}</td>
<td class="actions"><span class="badge ${readers}">${say(`commitment.${readers}`)}</span>
<form method="post" action="${paths.commitmentDo(project, commitment, commitment.publishedAt ? 'withdraw' : 'publish')}"><button class="link" aria-label="${say(commitment.publishedAt ? 'commitment.withdraw-of' : 'commitment.publish-of', { promise: plain(say, commitment.will, project.locales) })}">${say(commitment.publishedAt ? 'commitment.withdraw' : 'commitment.publish')}</button></form></td>
</tr>`
}
