import type { Meeting, Project, Story } from '../../db/schema.ts'
import { html } from '../html.ts'
import { colourOf, type Page } from '../page.ts'
import { workspace } from '../parts/workspace.ts'
import { paths } from '../paths.ts'
import type { Say } from '../say.ts'
import { callPlace } from './desk.ts'

type OutcomeView = { project: Project; meeting: Meeting | null; decided: Story[]; otherwise: Story[] }

/** Somebody else was quicker and decided otherwise: what was done, and what was not. */
export function outcomePage(say: Say, { project, meeting, decided, otherwise }: OutcomeView): Page {
  return {
    say,
    title: say('decision.otherwise'),
    colour: colourOf(project),
    workspace: workspace(say, callPlace(project, meeting)),
    main: html`<section class="card stack"><h1>${say('decision.otherwise')}</h1>
<p>${say('decision.otherwise-what', { decided: decided.length })}</p>
<ul>${otherwise.map(
      (story) =>
        html`<li><a href="${paths.storyRead(project, story)}" lang="${story.language}">${story.title}</a> <span class="badge ${story.status}">${say(`stories.${story.status}`)}</span></li>`,
    )}</ul>
<p><a class="button quiet" href="${paths.stories(project, meeting)}">${say('stories.back')}</a></p></section>`,
  }
}
