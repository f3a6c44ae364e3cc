import { randomUUID } from 'node:crypto'
import multipart from '@fastify/multipart'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { inviteManyPage } from '../../views/invitations/many.ts'
import { paths } from '../../views/paths.ts'
import { readUpload } from '../files/read-upload.ts'
import { blankForm, type Form, readForm } from '../forms.ts'
import type { House } from '../house.ts'
import { inviteMany } from '../imports/bring-in.ts'
import { listLimits, mostRows, type PeopleList, readList } from '../imports/list-form.ts'
import { leftAfter, planOf } from '../imports/plan.ts'
import { sayTo } from '../language.ts'
import { untilForm, usualUntil } from './forms.ts'
import { placeOf } from './place.ts'

type Address = { Params: { project: string; meeting: string } }
type Filled = Pick<Form<unknown>, 'typed' | 'problems'>

const many = '/organise/:project/:meeting/invitations/many'

/** Inviting a whole list: looked over first, row by row, then done in one go. */
export function inviteManyRoutes(app: FastifyInstance, house: House): void {
  const { db, now } = house

  app.get<Address>(many, { config: { access: 'organiser' } }, async (request, reply) => {
    return reply.page(await page(request))
  })

  // In a scope of its own: files come in here and nowhere else.
  app.register(async (uploads) => {
    await uploads.register(multipart, { limits: listLimits, throwFileSizeLimit: false })
    uploads.post<Address>(many, { config: { access: 'organiser' } }, take)
  })

  async function take(request: FastifyRequest<Address>, reply: FastifyReply) {
    const { project, meeting, groups, open, by } = await placeOf(house, request)
    const sent = await readUpload(request)
    const list = readList(sent, { groups, locale: project.locales[0] ?? 'lv', needsEmail: true })
    const until = readForm(untilForm(meeting, now()), sent.body)
    if (list.problems || until.problems) {
      const problems = [...(list.problems ?? []), ...(until.problems ?? [])]
      return reply.code(422).page(await page(request, { typed: list.typed, problems }))
    }
    if (!list.values.isSure || !open) return reply.page(await page(request, list, list.values))
    await inviteMany(db, project, meeting, list.values.rows, until.values.until, by, now())
    return reply.done(paths.invitations(project, meeting))
  }

  async function page(request: FastifyRequest<Address>, form?: Filled, list: PeopleList | null = null) {
    const place = await placeOf(house, request)
    const planned = list && (await planOf(db, place.meeting, list.rows, 'invite', now()))
    const view = { ...place, most: mostRows, list, planned, left: planned && leftAfter(place.room, planned) }
    const typed = { until: usualUntil(place.meeting, now()), once: randomUUID() }
    return inviteManyPage(sayTo(request), view, form ?? blankForm(typed))
  }
}
