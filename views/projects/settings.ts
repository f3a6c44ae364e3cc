import type { Logo, Project } from '../../db/schema.ts'
import { type Html, html } from '../html.ts'
import { colourOf, type Page } from '../page.ts'
import { type FormState, problemSummary } from '../parts/fields.ts'
import { workspace } from '../parts/workspace.ts'
import { paths } from '../paths.ts'
import type { Say } from '../say.ts'
import { trustedSection } from '../trusted/settings.ts'
import { basicsFields } from './basics.ts'
import { logosSection } from './logo-section.ts'
import { groupsSection, linksSection, partnersSection, phasesSection } from './row-sections.ts'

const settingsParts = ['basics', 'phases', 'partners', 'links', 'groups', 'logos', 'trusted'] as const
export type SettingsForms = Record<(typeof settingsParts)[number], FormState>

export type SettingsShown = { project: Project; logos: Logo[]; forms: SettingsForms }

export function settingsPage(say: Say, shown: SettingsShown): Page {
  const { project } = shown
  return {
    say,
    title: say('workspace.settings'),
    colour: colourOf(project),
    workspace: workspace(say, { here: 'settings', project }),
    main: html`<h1>${say('workspace.settings')}</h1>
${project.archivedAt ? archived(say, project) : sections(say, shown)}`,
  }
}

function archived(say: Say, project: Project): Html {
  return html`<section class="card notice"><p>${say('project.archived')}</p>
<form method="post" action="${paths.projectDo(project, 'restore')}"><button class="button">${say('projects.restore')}</button></form></section>`
}

function sections(say: Say, { project, forms, logos }: SettingsShown): Html {
  return html`<nav class="parts" aria-label="${say('settings.parts')}"><ul class="row">${settingsParts.map(
    (part) => html`<li><a href="#${part}">${say(`settings.${part}`)}</a></li>`,
  )}</ul></nav>
<section id="basics" aria-labelledby="basics-title"><h2 id="basics-title">${say('settings.basics')}</h2>
<form class="card stack" method="post" action="${paths.projectSettings(project)}" novalidate>
${problemSummary(say, forms.basics)}
${basicsFields(say, forms.basics, project)}
<button class="button">${say('settings.save')}</button>
</form></section>
${phasesSection(say, project, forms.phases)}
${partnersSection(say, project, forms.partners)}
${linksSection(say, project, forms.links)}
${groupsSection(say, project, forms.groups)}
${logosSection(say, project, forms.logos, logos)}
${trustedSection(say, project, forms.trusted)}`
}
