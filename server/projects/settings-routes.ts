import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { z } from 'zod'
import type { Locale } from '../../db/languages.ts'
import type { Database } from '../../db/open.ts'
import type { Organiser, Project } from '../../db/schema.ts'
import type { Page } from '../../views/page.ts'
import { paths } from '../../views/paths.ts'
import { type SettingsForms, settingsPage } from '../../views/projects/settings.ts'
import { organiserOf, projectOf } from '../access.ts'
import { type Form, readForm, withProblem } from '../forms.ts'
import type { House } from '../house.ts'
import { sayTo } from '../language.ts'
import { trustedForm } from '../trusted/form.ts'
import { setTrusted } from '../trusted/set-trusted.ts'
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
  app.get('/organise/:project/settings', { config: { access: 'organiser' } }, async (request, reply) =>
    reply.page(await page(request)),
  )

  app.post('/organise/:project/settings', { config: { access: 'organiser' } }, async (request, reply) => {
    const project = projectOf(request)
    const read = readForm(projectForm(project), request.body)
    const taken = read.values !== null && (await slugTaken(db, read.values.slug, project))
    const form = taken ? withProblem(read, 'slug', 'problem.taken') : read
    if (form.problems) return reply.code(422).page(await page(request, { basics: form }))
    return reply.done(paths.projectSettings(await editProject(db, project, form.values, organiserOf(request), now())))
  })

  for (const [part, save] of Object.entries(rowParts)) {
    app.post(`/organise/:project/settings/${part}`, { config: { access: 'organiser' } }, async (request, reply) => {
      const project = projectOf(request)
      const wrong = await save(db, project, request.body, organiserOf(request), now())
      if (wrong) return reply.code(422).page(await page(request, { [part]: wrong }))
      return reply.done(`${paths.projectSettings(project)}#${part}`)
    })
  }

  async function page(request: FastifyRequest, returned: Partial<SettingsForms> = {}): Promise<Page> {
    return settingsPage(sayTo(request), await settingsOf(db, projectOf(request), returned))
  }
}

const rowParts = {
  phases: rows(phasesForm, setPhases),
  partners: rows(partnersForm, setPartners),
  links: rows(linksForm, setLinks),
  groups: rows(groupsForm, setGroups),
  trusted: rows(trustedForm, setTrusted),
}

type SetRows<Rows> = (db: Database, project: Project, rows: Rows, by: Organiser, now: Temporal.Instant) => Promise<void>

/** Reads a form of rows and sets them, or gives back the form with what is wrong. */
function rows<Rows>(formOf: (locales: readonly Locale[]) => z.ZodType<Rows>, set: SetRows<Rows>) {
  return async (
    db: Database,
    project: Project,
    body: unknown,
    by: Organiser,
    now: Temporal.Instant,
  ): Promise<Form<Rows> | null> => {
    const form = readForm(formOf(project.locales), body)
    if (form.problems) return form
    await set(db, project, form.values, by, now)
    return null
  }
}
