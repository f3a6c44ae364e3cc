import type { FastifyInstance } from 'fastify'
import { paths } from '../../views/paths.ts'
import { abuseReportsPage } from '../../views/trusted/reports.ts'
import { organiserOf, projectOf } from '../access.ts'
import type { House } from '../house.ts'
import { sayTo } from '../language.ts'
import { notFound } from '../refusal.ts'
import { closeReport } from './close-report.ts'
import { openReports, reportOf } from './queries.ts'

const access = { config: { access: 'organiser' } } as const

/** What was reported on public pages, until somebody has dealt with it. */
export function abuseReportRoutes(app: FastifyInstance, { db, now }: House): void {
  app.get('/organise/:project/dialogue/reports', access, async (request, reply) => {
    const project = projectOf(request)
    return reply.page(abuseReportsPage(sayTo(request), project, await openReports(db, project)))
  })

  app.post<{ Params: { report: string } }>(
    '/organise/:project/dialogue/reports/:report/close',
    access,
    async (request, reply) => {
      const project = projectOf(request)
      const report = (await reportOf(db, project, request.params.report)) ?? notFound()
      await closeReport(db, project, report, organiserOf(request), now())
      return reply.done(paths.abuseReports(project))
    },
  )
}
