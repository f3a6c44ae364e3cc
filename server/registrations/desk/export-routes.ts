import type { FastifyInstance, FastifyRequest } from 'fastify'
import { roleOf } from '../../access.ts'
import type { House } from '../../house.ts'
import { sayTo } from '../../language.ts'
import { ownMeeting } from '../../meetings/own-meeting.ts'
import { registrationsCsv } from './csv.ts'
import { exportRegistrations } from './export.ts'
import { registrationsJson } from './json.ts'
import type { Query } from './look.ts'
import { lookAt } from './look-at.ts'
import { sheetOf } from './sheet.ts'
import { registrationsXlsx } from './xlsx.ts'

type Address = { Params: { project: string; meeting: string }; Querystring: Query }

const types = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  json: 'application/json; charset=utf-8',
}

/** What a look shows, to be taken away. */
export function exportRoutes(app: FastifyInstance, { db, now }: House): void {
  for (const [format, type] of Object.entries(types)) {
    const address = `/organise/:project/:meeting/registrations.${format}`
    app.get<Address>(address, { config: { access: 'organiser' } }, async (request, reply) => {
      const { project, meeting } = await ownMeeting(db, request)
      reply.header('content-disposition', `attachment; filename="${project.slug}-${meeting.slug}.${format}"`)
      reply.header('cache-control', 'private, no-store').type(type)
      return reply.send(await written(request, format))
    })
  }

  async function written(request: FastifyRequest<Address>, format: string): Promise<string | Buffer> {
    const { project, meeting, by } = await ownMeeting(db, request)
    const { look, shown } = await lookAt(db, meeting, roleOf(request), request.query)
    const rows = await exportRegistrations(db, { project, meeting }, look, shown, format, by, now())
    if (format === 'json') return registrationsJson(sayTo(request), { project, meeting }, shown, rows, now())
    const sheet = sheetOf(sayTo(request), { project, meeting }, shown, rows)
    return format === 'csv' ? registrationsCsv(sheet, meeting.zone) : await registrationsXlsx(sheet, meeting.zone)
  }
}
