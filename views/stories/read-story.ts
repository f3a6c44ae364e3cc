import type { Call, Project, Story } from '../../db/schema.ts'
import { type Html, html } from '../html.ts'
import { words } from '../parts/texts.ts'
import type { Say } from '../say.ts'
import { languageNames } from '../when.ts'

type Read = { project: Project; call: Call; story: Story }

/** A story as it was written, to be read. */
export function readStory(say: Say, { project, call, story }: Read): Html {
  const answered = call.questions.filter(({ id }) => story.answers[id])
  return html`<section class="card stack story-read" aria-labelledby="the-story"><h2 id="the-story">${say('story.the-story')}</h2>
<p class="row"><span class="badge">${say(`agenda.type.${story.type}`)}</span> <span class="badge">${languageNames[story.language]}</span></p>
<div lang="${story.language}">${paragraphs(story.abstract)}</div>
${answered.map(
  ({
    id,
    label,
    retired,
  }) => html`<h3>${words(say, label, project.locales)}${retired ? html` <span class="hint">${say('story.no-longer-asked')}</span>` : null}</h3>
<div>${paragraphs(story.answers[id] ?? '')}</div>`,
)}
${story.wishes ? html`<h3>${say('call.wishes')}</h3><div>${paragraphs(story.wishes)}</div>` : null}
</section>`
}

export function paragraphs(text: string): Html[] {
  return text
    .split(/\n\s*\n/)
    .filter(Boolean)
    .map((part) => html`<p class="as-typed">${part}</p>`)
}
