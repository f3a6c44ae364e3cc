import type { Project } from '../../db/schema.ts'
import { type Html, html } from '../html.ts'
import { colourOf, type Page } from '../page.ts'
import { type FormState, problemSummary, textArea } from '../parts/fields.ts'
import { words } from '../parts/texts.ts'
import { paths } from '../paths.ts'
import type { Say } from '../say.ts'

/** Whom to turn to, what happens then, and the form for what does not belong on a page. */
export function helpPage(say: Say, project: Project, form: FormState): Page {
  return {
    say,
    title: say('help.title'),
    colour: colourOf(project),
    of: project,
    main: html`<div class="register-page"><p class="above"><a href="${paths.project(project)}">${words(say, project.title, project.locales)}</a></p>
<h1>${say('help.title')}</h1>
<p class="lead">${say('help.lead')}</p>
${project.trustedName ? contact(say, project) : null}
<p>${say('help.emergency')}</p>
${reporting(say, project, form)}</div>`,
  }
}

export function helpSentPage(say: Say, project: Project): Page {
  return {
    say,
    title: say('help.sent'),
    colour: colourOf(project),
    of: project,
    personal: true,
    main: html`<div class="register-page"><section class="card answer"><h1 class="answer-head">${say('help.sent')}</h1>
<div class="answer-body stack"><p>${say('help.sent-next')}</p>
<p><a href="${paths.project(project)}">${words(say, project.title, project.locales)}</a></p></div></section></div>`,
  }
}

function contact(say: Say, { trustedName, trustedPhone, trustedEmail }: Project): Html {
  return html`<section class="card stack" aria-labelledby="trusted"><h2 id="trusted">${say('help.contact', { name: trustedName })}</h2>
<p class="row">${trustedPhone ? html`<a class="button" href="tel:${trustedPhone.replaceAll(/[^\d+]/g, '')}">${trustedPhone.replaceAll(' ', '\u00a0')}</a>` : null}
${trustedEmail ? html`<a class="button quiet" href="mailto:${trustedEmail}">${trustedEmail}</a>` : null}</p>
<p>${say('help.what-happens')}</p></section>`
}

function reporting(say: Say, project: Project, form: FormState): Html {
  const text = { name: 'words', label: say('help.words'), hint: say('help.words-hint'), rows: 4, max: 2000 }
  return html`<section aria-labelledby="report"><h2 id="report">${say('help.report')}</h2>
<form class="card stack" method="post" action="${paths.help(project)}" novalidate>
${problemSummary(say, form)}
<input type="hidden" name="page" value="${form.typed.page ?? ''}"><input type="hidden" name="voice" value="${form.typed.voice ?? ''}">
${textArea(say, form, { ...text, required: true })}
<button class="button">${say('help.send')}</button></form></section>`
}
