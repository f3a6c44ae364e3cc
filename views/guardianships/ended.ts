import type { Project } from '../../db/schema.ts'
import { html } from '../html.ts'
import { colourOf, type Page } from '../page.ts'
import type { MessageKey, Say } from '../say.ts'

/** After a guardian's no, of somebody asked by mistake, or of a registration that ended otherwise: nothing of whom it was about. */
export function endedPage(say: Say, project: Project, text: MessageKey): Page {
  const title = say(text === 'guardianship.ended' ? 'guardianship.ended-title' : 'guardianship.thanks')
  const main = html`<section class="doorstep card stack"><h1>${title}</h1><p>${say(text)}</p></section>`
  return { say, title, personal: true, colour: colourOf(project), of: project, main }
}
