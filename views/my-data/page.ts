import type { Everything } from '../../server/my-data/queries.ts'
import { type Html, html } from '../html.ts'
import { colourOf, type Page } from '../page.ts'
import { plain, words } from '../parts/texts.ts'
import { paths } from '../paths.ts'
import type { Say } from '../say.ts'
import type { Entry, Said, Section } from './section.ts'
import { sections } from './sections.ts'

/** What is held about one registration, and what its holder can do about it. */
export function dataPage(say: Say, all: Everything, token: string): Page {
  const { project, meeting } = all
  return {
    say,
    title: `${say('my-data.title')}: ${plain(say, meeting.title, project.locales)}`,
    colour: colourOf(project),
    of: project,
    personal: true,
    main: html`<div class="register-page my-data">
<h1>${say('my-data.title')}</h1>
<p class="lead"><a href="${paths.mine(token)}">${words(say, meeting.title, project.locales)}</a></p>
<p>${say('my-data.lead')}</p>
${sections(say, all).map(sectionCard)}
${take(say, token)}${correct(say, all, token)}${wayOut(say, token)}
</div>`,
  }
}

function sectionCard({ title, entries, note }: Section): Html {
  return html`<section class="card stack"><h2>${title}</h2>
<dl class="held">${entries.map(entry)}</dl>
${note ? html`<p class="hint">${note}</p>` : null}</section>`
}

function entry({ label, text, note }: Entry): Html {
  return html`<div><dt>${marked(label)}</dt><dd>${marked(text)}${note ? html`<br><span class="hint">${note}</span>` : null}</dd></div>`
}

function marked(one: Said): Html {
  return typeof one === 'string' ? html`${one}` : html`<span lang="${one.lang}">${one.text}</span>`
}

function take(say: Say, token: string): Html {
  return html`<section class="card stack"><h2>${say('my-data.take')}</h2>
<p>${say('my-data.take-hint')}</p>
<p class="row"><a class="button quiet" href="${paths.mineDataText(token)}" download>${say('my-data.text')}</a>
<a class="button quiet" href="${paths.mineDataFile(token)}" download>${say('my-data.json')}</a></p></section>`
}

function correct(say: Say, { project }: Everything, token: string): Html {
  const { contactEmail } = project
  return html`<section class="card stack"><h2>${say('my-data.wrong')}</h2>
<p>${say('my-data.wrong-own')} <a href="${paths.mine(token)}">${say('my-data.own-page')}</a></p>
<p>${say('my-data.wrong-address')}${contactEmail ? html` <a href="mailto:${contactEmail}">${contactEmail}</a>` : null}</p></section>`
}

function wayOut(say: Say, token: string): Html {
  return html`<section class="card stack"><h2>${say('my-data.erase')}</h2>
<p>${say('my-data.erase-hint')}</p>
<p><a class="button danger" href="${paths.mineErase(token)}">${say('my-data.erase-link')}</a></p></section>`
}
