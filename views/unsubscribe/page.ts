import type { Project } from '../../db/schema.ts'
import { html } from '../html.ts'
import { colourOf, type Page } from '../page.ts'
import { plain } from '../parts/texts.ts'
import { paths } from '../paths.ts'
import type { Say } from '../say.ts'

export type UnsubscribeView = {
  project: Project
  /** Whether they get no more news already. */
  isOut: boolean
  token: string
}

/** Opening it changes nothing: mail scanners open links too. */
export function unsubscribePage(say: Say, { project, isOut, token }: UnsubscribeView): Page {
  const name = plain(say, project.title, project.locales)
  const title = say(isOut ? 'unsubscribe.done' : 'unsubscribe.title')
  const action = isOut ? paths.unsubscribeUndo(token) : paths.unsubscribe(token)
  return {
    say,
    title,
    personal: true,
    colour: colourOf(project),
    of: project,
    main: html`<section class="doorstep card stack"><h1>${title}</h1>
<p>${say(isOut ? 'unsubscribe.done-text' : 'unsubscribe.text', { project: name })}</p>
<p>${say('unsubscribe.stays')}</p>
<form method="post" action="${action}"><button class="button${isOut ? ' quiet' : ''}">${say(isOut ? 'unsubscribe.undo' : 'unsubscribe.send')}</button></form></section>`,
  }
}
