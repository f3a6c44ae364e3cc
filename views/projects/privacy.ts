import { type Html, html } from '../html.ts'
import type { Page } from '../page.ts'
import type { MessageKey, Say } from '../say.ts'

const kinds = [
  ...(['sign-up', 'age', 'answers', 'guardians', 'day', 'photos'] as const),
  ...(['voices', 'after', 'letters', 'stories', 'organisers'] as const),
]

const parts: { title: MessageKey; points: MessageKey[] }[] = [
  {
    title: 'privacy.you',
    points: ['privacy.you-link', 'privacy.you-erase', 'privacy.you-guardian', 'privacy.you-ask'],
  },
  {
    title: 'privacy.rest',
    points: [
      ...(['privacy.rest-nobody', 'privacy.rest-cookies', 'privacy.rest-reports'] as const),
      ...(['privacy.rest-logs', 'privacy.rest-backups'] as const),
    ],
  },
]

/** What is kept of people, who sees it and for how long, kind by kind; it says what the code of those kinds does. */
export function privacyPage(say: Say): Page {
  return {
    say,
    title: say('privacy.title'),
    description: say('privacy.lead'),
    main: html`<article class="privacy-page stack">
<h1>${say('privacy.title')}</h1>
<p class="lead">${say('privacy.lead')}</p>
${kinds.map((kind) => kindSection(say, kind))}
${parts.map(
  ({ title, points }) => html`<section class="card"><h2>${say(title)}</h2>
<ul>${points.map((point) => html`<li>${say(point)}</li>`)}</ul></section>`,
)}
</article>`,
  }
}

function kindSection(say: Say, kind: (typeof kinds)[number]): Html {
  return html`<section class="card"><h2>${say(`privacy.kind-${kind}`)}</h2>
<dl>
<div><dt>${say('privacy.what')}</dt><dd>${say(`privacy.what-${kind}`)}</dd></div>
<div><dt>${say('privacy.who')}</dt><dd>${say(`privacy.who-${kind}`)}</dd></div>
<div><dt>${say('privacy.how-long')}</dt><dd>${say(`privacy.long-${kind}`)}</dd></div>
</dl></section>`
}
