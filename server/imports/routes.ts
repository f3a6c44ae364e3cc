import { randomUUID } from 'node:crypto'
import multipart from '@fastify/multipart'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { Meeting } from '../../db/schema.ts'
import { importPage } from '../../views/imports/page.ts'
import { paths } from '../../views/paths.ts'
import { readUpload } from '../files/read-upload.ts'
import { blankForm, type Form } from '../forms.ts'
import type { House } from '../house.ts'
import { sayTo } from '../language.ts'
import { ownMeeting } from '../meetings/own-meeting.ts'
import { groupsOf } from '../projects/queries.ts'
import { closedDoor } from '../registrations/door.ts'
import { bringIn } from './bring-in.ts'
import { listLimits, mostRows, type PeopleList, readList } from './list-form.ts'
import { type Planned, planOf } from './plan.ts'

type Address = { Params: { project: string; meeting: string }; Querystring: Record<string, unknown> }

const list = '/organise/:project/:meeting/import'

/** How many were brought in, said on the page that follows. */
const outcome = z.object({
  people: z.coerce.number().int().nonnegative(),
  waiting: z.coerce.number().int().nonnegative(),
})

/** Registering a whole list of people: looked over first, row by row, then done in one go. */
export function importRoutes(app: FastifyInstance, { db, now }: House): void {
  app.get<Address>(list, { config: { access: 'organiser' } }, async (request, reply) => {
    const done = outcome.safeParse(request.query).data ?? null
    const view = { ...(await placeOf(request)), done, planned: null, list: null }
    return reply.page(importPage(sayTo(request), view, blankForm({ once: randomUUID(), letters: 'letters' })))
  })

  // In a scope of its own: files come in here and nowhere else.
  app.register(async (uploads) => {
    await uploads.register(multipart, { limits: listLimits, throwFileSizeLimit: false })
    uploads.post<Address>(list, { config: { access: 'organiser' } }, async (request, reply) => {
      const place = await placeOf(request)
      const { project, meeting, groups, by } = place
      const context = { groups, locale: project.locales[0] ?? 'lv', needsEmail: false } as const
      const form = readList(await readUpload(request), context)
      if (!form.values?.isSure || place.closed) {
        return reply.code(form.problems ? 422 : 200).page(await lookedOver(request, meeting, form))
      }
      const planned = await bringIn(db, project, meeting, form.values.rows, form.values.letters, by, now())
      return reply.done(`${paths.importPeople(project, meeting)}?${counted(planned)}`)
    })
  })

  async function placeOf(request: FastifyRequest<Address>) {
    const found = await ownMeeting(db, request)
    const groups = await groupsOf(db, found.project)
    const closed = closedDoor(found.meeting, now())
    const isShut = closed !== null && closed !== 'not-yet' && closed !== 'closed'
    return { ...found, groups, closed: isShut || found.meeting.status === 'draft', most: mostRows }
  }

  async function lookedOver(request: FastifyRequest<Address>, meeting: Meeting, form: Form<PeopleList>) {
    const planned = form.values && (await planOf(db, meeting, form.values.rows, 'register', now()))
    const view = { ...(await placeOf(request)), done: null, planned, list: form.values }
    return importPage(sayTo(request), view, form)
  }
}

function counted(planned: Planned[]): string {
  const of = (fate: Planned['fate']) => planned.filter((row) => row.fate === fate).length
  return String(new URLSearchParams({ people: String(of('place') + of('waits')), waiting: String(of('waits')) }))
}
