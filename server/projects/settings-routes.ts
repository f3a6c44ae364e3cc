import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Page } from '../../views/page.ts'
import { paths } from '../../views/paths.ts'
import { type SettingsForms, settingsPage } from '../../views/projects/settings.ts'
import { organiserOf, projectOf } from '../access.ts'
import { readForm, withProblem } from '../forms.ts'
import type { House } from '../house.ts'
import { sayTo } from '../language.ts'
import { editProject } from './edit.ts'
import { projectForm } from './forms.ts'
import { setGroups } from './groups.ts'
import { setLinks } from './links.ts'
import { setPartners } from './partners.ts'
import { setPhases } from './phases.ts'
import { slugTaken } from './queries.ts'
import { groupsForm, linksForm, partnersForm, phasesForm } from './row-forms.ts'
import { settingsOf } from './settings.ts'

/** Everything about a project that is typed: one page, one form for each part. */
export function projectSettingsRoutes(app: FastifyInstance, { db, now }: House): void {
  const organiser = { config: { access: 'organiser' as const } }

  app.get('/organise/:project/settings', organiser, async (request, reply) => reply.page(await page(request)))

  app.post('/organise/:project/settings', organiser, async (request, reply) => {
    const project = projectOf(request)
    const read = readForm(projectForm(project), request.body)
    const taken = read.values !== null && (await slugTaken(db, read.values.slug, project))
    const form = taken ? withProblem(read, 'slug', 'problem.taken') : read
    if (form.problems) return reply.code(422).page(await page(request, { basics: form }))
    return reply.done(paths.projectSettings(await editProject(db, project, form.values, organiserOf(request), now())))
  })

  app.post('/organise/:project/settings/phases', organiser, async (request, reply) => {
    const project = projectOf(request)
    const form = readForm(phasesForm(project.locales), request.body)
    if (form.problems) return reply.code(422).page(await page(request, { phases: form }))
    await setPhases(db, project, form.values, organiserOf(request), now())
    return reply.done(`${paths.projectSettings(project)}#phases`)
  })

  app.post('/organise/:project/settings/partners', organiser, async (request, reply) => {
    const project = projectOf(request)
    const form = readForm(partnersForm(project.locales), request.body)
    if (form.problems) return reply.code(422).page(await page(request, { partners: form }))
    await setPartners(db, project, form.values, organiserOf(request), now())
    return reply.done(`${paths.projectSettings(project)}#partners`)
  })

  app.post('/organise/:project/settings/links', organiser, async (request, reply) => {
    const project = projectOf(request)
    const form = readForm(linksForm(project.locales), request.body)
    if (form.problems) return reply.code(422).page(await page(request, { links: form }))
    await setLinks(db, project, form.values, organiserOf(request), now())
    return reply.done(`${paths.projectSettings(project)}#links`)
  })

  app.post('/organise/:project/settings/groups', organiser, async (request, reply) => {
    const project = projectOf(request)
    const form = readForm(groupsForm(project.locales), request.body)
    if (form.problems) return reply.code(422).page(await page(request, { groups: form }))
    await setGroups(db, project, form.values, organiserOf(request), now())
    return reply.done(`${paths.projectSettings(project)}#groups`)
  })

  async function page(request: FastifyRequest, returned: Partial<SettingsForms> = {}): Promise<Page> {
    return settingsPage(sayTo(request), await settingsOf(db, projectOf(request), returned))
  }
}
