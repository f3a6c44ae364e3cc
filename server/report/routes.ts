import type { FastifyInstance, FastifyRequest } from 'fastify'
import { isLocale } from '../../db/languages.ts'
import { reportDocument } from '../../views/report/docx/document.ts'
import { reportOutline } from '../../views/report/outline.ts'
import { reportPage } from '../../views/report/page.ts'
import { type Say, say } from '../../views/say.ts'
import { projectOf } from '../access.ts'
import type { House } from '../house.ts'
import { languageOf } from '../language.ts'
import { picturesIn } from './pictures.ts'
import { reportTold } from './told.ts'

type Address = { Querystring: Record<string, unknown> }

const access = { config: { access: 'organiser' } } as const
const docx = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

/** The report as the funder gets it: to be read or printed, and as a file that a word processor opens. */
export function reportRoutes(app: FastifyInstance, { db, files, now, config: { publicUrl } }: House): void {
  app.get<Address>('/organise/:project/report/read', access, async (request, reply) => {
    const told = await reportTold(db, projectOf(request), now())
    const sayIn = chosen(request)
    return reply.page(reportPage(sayIn, told, reportOutline(sayIn, told, publicUrl)))
  })

  app.get<Address>('/organise/:project/report.docx', access, async (request, reply) => {
    const told = await reportTold(db, projectOf(request), now())
    const sayIn = chosen(request)
    const parts = reportOutline(sayIn, told, publicUrl)
    const file = await reportDocument(sayIn, told, parts, await picturesIn(files, told))
    const name = `${told.project.slug}-report-${sayIn.locale}.docx`
    reply.header('content-disposition', `attachment; filename="${name}"`)
    return reply.header('cache-control', 'private, no-store').type(docx).send(file)
  })
}

/** A report speaks one of its project's languages, whatever language its reader's menu speaks. */
function chosen(request: FastifyRequest<Address>): Say {
  const { locales } = projectOf(request)
  const wanted = [request.query.in, languageOf(request)].find((one) => isLocale(one) && locales.includes(one))
  return say(isLocale(wanted) ? wanted : (locales[0] ?? 'lv'))
}
