import type { Reads } from '../../db/open.ts'
import type { Project } from '../../db/schema.ts'
import type { SettingsForms, SettingsShown } from '../../views/projects/settings.ts'
import { blankForm } from '../forms.ts'
import { typedTrusted } from '../trusted/form.ts'
import { groupsOf, linksOf, logosOf, partnersOf, phasesOf } from './queries.ts'
import { typedGroups, typedLinks, typedPartners, typedPhases, typedProject } from './typed.ts'

/** All forms of the settings as stored, but for the one that came back with problems. */
export async function settingsOf(
  db: Reads,
  project: Project,
  returned: Partial<SettingsForms> = {},
): Promise<SettingsShown> {
  const forms = {
    basics: blankForm(typedProject(project)),
    phases: blankForm(typedPhases(await phasesOf(db, project))),
    partners: blankForm(typedPartners(await partnersOf(db, project))),
    links: blankForm(typedLinks(await linksOf(db, project))),
    groups: blankForm(typedGroups(await groupsOf(db, project))),
    logos: blankForm(),
    trusted: blankForm(typedTrusted(project)),
    ...returned,
  }
  return { project, logos: await logosOf(db, project), forms }
}
