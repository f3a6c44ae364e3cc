import type { Held } from '../../server/registrations/queries.ts'
import { html } from '../html.ts'
import { colourOf, type Page } from '../page.ts'
import { plain, words } from '../parts/texts.ts'
import { paths } from '../paths.ts'
import type { MessageKey, Say } from '../say.ts'

type EraseView = Held & {
  token: string
  /** It counts among those who come or wait. */
  live: boolean
}

/** What will happen, said before the one button that does it. */
export function erasePage(say: Say, { project, meeting, token, live }: EraseView): Page {
  const points: MessageKey[] = [
    ...(live ? (['erase.place'] as const) : []),
    ...(['erase.all', 'erase.links', 'erase.stays', 'erase.no-letter', 'erase.again'] as const),
  ]
  return {
    say,
    title: `${say('erase.title')} ${plain(say, meeting.title, project.locales)}`,
    colour: colourOf(project),
    of: project,
    personal: true,
    main: html`<div class="register-page">
<h1>${say('erase.title')}</h1>
<p class="lead">${words(say, meeting.title, project.locales)}</p>
<section class="card stack"><h2>${say('erase.what')}</h2>
<ul>${points.map((point) => html`<li>${say(point)}</li>`)}</ul>
<form class="row" method="post" action="${paths.mineErase(token)}">
<button class="button danger">${say('erase.do')}</button>
<a class="button quiet" href="${paths.mineData(token)}">${say('erase.keep')}</a>
</form></section>
</div>`,
  }
}

/** The receipt: it needs no link, and knows nobody. */
export function erasedPage(say: Say): Page {
  return {
    say,
    title: say('erased.title'),
    main: html`<div class="register-page"><section class="card answer"><h1 class="answer-head">${say('erased.title')}</h1>
<div class="answer-body stack"><p>${say('erased.done')}</p><p>${say('erased.backups')}</p><p>${say('erased.elsewhere')}</p>
<p><a class="button quiet" href="${paths.home}">${say('erased.home')}</a> <a class="button quiet" href="${paths.privacy}">${say('site.privacy')}</a></p></div></section></div>`,
  }
}
