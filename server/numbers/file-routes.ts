import type { FastifyInstance } from 'fastify'
import { numbersSheet } from '../../views/numbers/sheet.ts'
import { projectOf } from '../access.ts'
import type { House } from '../house.ts'
import { sayTo } from '../language.ts'
import { registrationsCsv } from '../registrations/desk/csv.ts'
import { numbersOf } from './numbers.ts'

/** The numbers to be taken away: the same ones, with the same kept back. */
export function numbersFileRoutes(app: FastifyInstance, { db, now }: House): void {
  app.get('/organise/:project/numbers.csv', { config: { access: 'organiser' } }, async (request, reply) => {
    const project = projectOf(request)
    const sheet = numbersSheet(sayTo(request), project, await numbersOf(db, project, now()))
    reply.header('content-disposition', `attachment; filename="${project.slug}-numbers.csv"`)
    reply.header('cache-control', 'private, no-store').type('text/csv; charset=utf-8')
    return reply.send(registrationsCsv(sheet, project.zone))
  })
}
