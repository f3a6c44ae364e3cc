import type { Project } from '../../db/schema.ts'
import { type Html, html } from '../html.ts'
import { colourOf, type Page } from '../page.ts'
import type { Say } from '../say.ts'

/** A link that no longer works, and whom to write to; the project is null when not even that can be told. */
export function linkOverPage(say: Say, project: Project | null): Page {
  const email = project?.contactEmail
  const where = email ? html`<a href="mailto:${email}">${email}</a>` : say('guardian.over-where')
  return doorstep(say, project, say('guardian.over-title'), html`<p>${say('guardian.over')}</p><p>${where}</p>`)
}

/** To somebody who was asked by mistake: nothing of whom it was about. */
export function mistakenPage(say: Say, project: Project): Page {
  return doorstep(say, project, say('guardian.thanks'), html`<p>${say('guardian.not-mine-done')}</p>`)
}

function doorstep(say: Say, project: Project | null, title: string, content: Html): Page {
  const main = html`<section class="doorstep card stack"><h1>${title}</h1>${content}</section>`
  return { say, title, personal: true, main, ...(project ? { colour: colourOf(project), of: project } : {}) }
}
