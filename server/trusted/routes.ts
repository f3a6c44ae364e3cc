import type { FastifyInstance } from 'fastify'
import { paths } from '../../views/paths.ts'
import { helpPage, helpSentPage } from '../../views/trusted/help.ts'
import { blankForm, readForm } from '../forms.ts'
import type { House } from '../house.ts'
import { sayTo } from '../language.ts'
import { atMost } from '../limits.ts'
import { publicProject } from '../projects/queries.ts'
import { notFound } from '../refusal.ts'
import { abuseForm } from './form.ts'
import { reportAbuse } from './report-abuse.ts'

type Address = { Params: { project: string }; Querystring: Record<string, unknown> }

/** Whom to turn to when something is wrong, and where to say what does not belong. */
export function helpRoutes(app: FastifyInstance, { db, now }: House): void {
  app.get<Address>('/:project/help', { config: { access: 'anyone' } }, async (request, reply) => {
    const project = (await publicProject(db, request.params.project)) ?? notFound()
    const { page, voice } = request.query
    const about = { page: short(page), voice: short(voice) }
    return reply.page(helpPage(sayTo(request), project, blankForm(about)))
  })

  app.post<Address>(
    '/:project/help',
    { config: { access: 'anyone', rateLimit: atMost.abuseReports } },
    async (request, reply) => {
      const project = (await publicProject(db, request.params.project)) ?? notFound()
      const form = readForm(abuseForm(), request.body)
      if (form.problems) return reply.code(422).page(helpPage(sayTo(request), project, form))
      await reportAbuse(db, project, form.values, now())
      return reply.done(paths.helpSent(project))
    },
  )

  app.get<Address>('/:project/help/sent', { config: { access: 'anyone' } }, async (request, reply) => {
    const project = (await publicProject(db, request.params.project)) ?? notFound()
    return reply.page(helpSentPage(sayTo(request), project))
  })
}

function short(value: unknown): string {
  return typeof value === 'string' ? value.slice(0, 300) : ''
}
