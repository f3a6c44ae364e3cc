import type { Meeting, Project } from '../../db/schema.ts'
import { type Html, html } from '../html.ts'
import { colourOf, type Page } from '../page.ts'
import { type FormState, problemSummary } from '../parts/fields.ts'
import { workspace } from '../parts/workspace.ts'
import { paths } from '../paths.ts'
import type { Say } from '../say.ts'
import { type GuardianPart, guardianSection, ownGuardianSection } from './section.ts'

type Young = GuardianPart & { project: Project }

/** The organisers' part by itself: where its form comes back to when something is wrong. */
export function askGuardianPage(say: Say, view: Young & { meeting: Meeting }, form: FormState): Page {
  const { project, meeting, speaker } = view
  const back = paths.speakerProfile(project, meeting, speaker)
  return {
    ...shown(say, view, form, html`${guardianSection(say, view, form)}`, back),
    workspace: workspace(say, { here: 'speakers', project, meeting }),
  }
}

/** The same for young speakers themselves. */
export function ownGuardianPage(say: Say, view: Young & { token: string }, form: FormState): Page {
  return shown(say, view, form, html`${ownGuardianSection(say, view, form)}`, paths.speaker(view.token))
}

function shown(say: Say, { project, speaker }: Young, form: FormState, part: Html, back: string): Page {
  return {
    say,
    title: `${say('guardians.title')}: ${speaker.name}`,
    colour: colourOf(project),
    of: project,
    personal: true,
    main: html`<div class="register-page"><h1>${speaker.name}</h1>
${problemSummary(say, form)}
${part}
<p><a class="button quiet" href="${back}">${say('guardians.back')}</a></p></div>`,
  }
}
