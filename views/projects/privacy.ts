import { html } from '../html.ts'
import type { Page } from '../page.ts'
import type { MessageKey, Say } from '../say.ts'

const parts: { title: MessageKey; points: MessageKey[] }[] = [
  {
    title: 'privacy.what',
    points: [
      'privacy.what-registration',
      'privacy.what-stories',
      'privacy.what-speakers',
      'privacy.what-guardians',
      'privacy.what-letters',
      'privacy.what-organisers',
    ],
  },
  {
    title: 'privacy.who',
    points: ['privacy.who-organisers', 'privacy.who-speakers', 'privacy.who-stories', 'privacy.who-nobody'],
  },
  {
    title: 'privacy.how-long',
    points: ['privacy.long-people', 'privacy.long-speakers', 'privacy.long-letters', 'privacy.long-cookies'],
  },
  { title: 'privacy.you', points: ['privacy.you-link', 'privacy.you-guardian', 'privacy.you-ask'] },
]

export function privacyPage(say: Say): Page {
  return {
    say,
    title: say('privacy.title'),
    description: say('privacy.lead'),
    main: html`<article class="privacy-page stack">
<h1>${say('privacy.title')}</h1>
<p class="lead">${say('privacy.lead')}</p>
${parts.map(
  ({ title, points }) => html`<section class="card"><h2>${say(title)}</h2>
<ul>${points.map((point) => html`<li>${say(point)}</li>`)}</ul></section>`,
)}
</article>`,
  }
}
