import type { Letter, Project } from '../../db/schema.ts'
import { type Html, html } from '../html.ts'
import { colourOf, type Page } from '../page.ts'
import { workspace } from '../parts/workspace.ts'
import { paths } from '../paths.ts'
import type { Say } from '../say.ts'
import { kindName } from './names.ts'

type DropView = { project: Project; letter: Letter }

/** Says what somebody will not hear before a letter is dropped. */
export function dropPage(say: Say, { project, letter }: DropView): Page {
  const title = say('mail.drop-title')
  return {
    say,
    title,
    colour: colourOf(project),
    personal: true,
    workspace: workspace(say, { here: 'letters', project }),
    main: html`<section class="card stack"><h1>${title}</h1>
<p>${say('mail.drop-what', { to: letter.recipient })}</p>
<p><strong>${kindName(say, letter)}</strong></p>
${letter.token ? html`<p class="notice">${say('mail.drop-links')}</p>` : null}
<p>${say('mail.drop-back')}</p>
${form(say, project, letter)}</section>`,
  }
}

function form(say: Say, project: Project, letter: Letter): Html {
  return html`<form class="row" method="post" action="${paths.letterDo(project, letter, 'drop')}"><button class="button danger">${say('mail.do.drop-it')}</button>
<a class="button quiet" href="${paths.letter(project, letter)}">${say('mail.do-nothing')}</a></form>`
}
