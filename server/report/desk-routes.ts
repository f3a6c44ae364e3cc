import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Report } from '../../db/schema.ts'
import { paths } from '../../views/paths.ts'
import { reportDeskPage } from '../../views/report/desk.ts'
import { organiserOf, projectOf } from '../access.ts'
import { blankForm, type Form, readForm } from '../forms.ts'
import type { House } from '../house.ts'
import { sayTo } from '../language.ts'
import { finishReport, reopenReport } from './finish-report.ts'
import { reportForm, typedReport } from './forms.ts'
import { lacksOf } from './missing.ts'
import { reportOf } from './queries.ts'
import { saveReport } from './save-report.ts'
import { sectionKeys } from './sections.ts'
import { photosToChoose } from './told.ts'

const desk = '/organise/:project/report'
const access = { config: { access: 'organiser' } } as const

/** Where organisers write what only people can say of a project, and see what its funder will miss. */
export function reportDeskRoutes(app: FastifyInstance, { db, now }: House): void {
  app.get(desk, access, async (request, reply) => reply.page(await page(request)))

  app.post(desk, access, async (request, reply) => {
    const project = projectOf(request)
    const form = readForm(reportForm(project), request.body)
    if (form.problems) return reply.code(422).page(await page(request, form))
    const { version, photo, ...words } = form.values
    const known = await photosToChoose(db, project, now())
    const input = { ...words, photoIds: known.map(({ id }) => id).filter((id) => photo.includes(id)) }
    const overtaken = await saveReport(db, project, version, input, organiserOf(request), now())
    if (overtaken) return reply.code(409).page(await page(request, form, overtaken.overtakenBy))
    return reply.done(paths.report(project))
  })

  for (const [deed, act] of [
    ['finish', finishReport],
    ['reopen', reopenReport],
  ] as const) {
    app.post(`${desk}/${deed}`, access, async (request, reply) => {
      const project = projectOf(request)
      await act(db, project, organiserOf(request), now())
      return reply.done(paths.report(project))
    })
  }

  async function page(request: FastifyRequest, form?: Form<unknown>, overtakenBy: Report | null = null) {
    const project = projectOf(request)
    const report = await reportOf(db, project)
    const typed = report ? { ...typedReport(report), version: String(report.version) } : { version: '0' }
    const [lacks, photos] = [await lacksOf(db, project, now()), await photosToChoose(db, project, now())]
    const shown = { project, report, lacks, photos, sectionKeys, overtakenBy }
    return reportDeskPage(sayTo(request), shown, form ?? blankForm(typed))
  }
}
