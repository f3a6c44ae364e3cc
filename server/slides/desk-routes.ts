import multipart from '@fastify/multipart'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { paths } from '../../views/paths.ts'
import { slidesDeskPage } from '../../views/slides/desk.ts'
import { slotsOf } from '../agenda/queries.ts'
import { line } from '../fields.ts'
import { type Upload, withUpload } from '../files/receive.ts'
import { readForm } from '../forms.ts'
import type { House } from '../house.ts'
import { sayTo } from '../language.ts'
import { ownMeeting } from '../meetings/own-meeting.ts'
import type { Found } from '../meetings/queries.ts'
import { notFound } from '../refusal.ts'
import { slidesDesk } from './desk.ts'
import { intake, slidesLimits } from './intake.ts'
import { publishAllSlides, publishSlides, unpublishSlides } from './publish-slides.ts'
import { removeSlides } from './remove-slides.ts'
import { takeUpload } from './take.ts'
import { wantSlides, wantSlidesOfStories } from './want-slides.ts'

type Address = { Params: { meeting: string } }
type SlotAddress = { Params: { meeting: string; slot: string } }

const removal = z.object({ id: line(60) })
const desk = '/organise/:project/:meeting/slides'
const access = { config: { access: 'organiser' } } as const

/** Where organisers collect slides and publish them. */
export function slidesDeskRoutes(app: FastifyInstance, house: House): void {
  const { db, files, now } = house

  app.get<Address>(desk, access, async (request, reply) => {
    const { project, meeting } = await ownMeeting(db, request)
    return reply.page(slidesDeskPage(sayTo(request), await slidesDesk(db, project, meeting, now())))
  })

  app.post<Address>(`${desk}/want`, access, async (request, reply) => {
    const { by, ...where } = await ownMeeting(db, request)
    await wantSlidesOfStories(db, where, by, now())
    return await done(request, reply, where)
  })

  app.post<Address>(`${desk}/publish`, access, async (request, reply) => {
    const { by, ...where } = await ownMeeting(db, request)
    await publishAllSlides(db, where, by, now())
    return await done(request, reply, where)
  })

  for (const [deed, asked] of [
    ['want', 'wanted'],
    ['unwant', 'unwanted'],
  ] as const) {
    app.post<SlotAddress>(`${desk}/:slot/${deed}`, access, async (request, reply) => {
      const { slot, by, ...where } = await ownSlot(house, request)
      await wantSlides(db, where, slot, asked, by, now())
      return await done(request, reply, where)
    })
  }

  for (const [deed, act] of [
    ['publish', publishSlides],
    ['unpublish', unpublishSlides],
  ] as const) {
    app.post<SlotAddress>(`${desk}/:slot/${deed}`, access, async (request, reply) => {
      const { slot, by, ...where } = await ownSlot(house, request)
      await act(db, where, slot, by, now())
      return await done(request, reply, where)
    })
  }

  app.post<SlotAddress>(`${desk}/:slot/remove`, access, async (request, reply) => {
    const { by, ...where } = await ownSlot(house, request)
    const { id } = readForm(removal, request.body).values ?? notFound()
    await removeSlides(db, files, where, { id }, { organiser: by }, now())
    return await done(request, reply, where)
  })

  app.register(async (uploads) => {
    await uploads.register(multipart, { limits: slidesLimits, throwFileSizeLimit: false })
    uploadRoute(uploads, house)
  })

  async function done(request: FastifyRequest, reply: FastifyReply, { project, meeting }: Found) {
    const page = slidesDeskPage(sayTo(request), await slidesDesk(db, project, meeting, now()))
    return reply.done(paths.collectSlides(project, meeting), page)
  }
}

function uploadRoute(app: FastifyInstance, house: House): void {
  const { db, files, now } = house
  app.post<SlotAddress>(`${desk}/:slot/hand-in`, access, async (request, reply) => {
    const { by, ...where } = await ownSlot(house, request)
    const { project, meeting } = where
    const take = (upload: Upload) => takeUpload(house, where, upload, { organiser: by })
    const form = await withUpload(request, intake(files, by.id), take)
    if (!form) return reply.done(paths.collectSlides(project, meeting))
    const again = await slidesDesk(db, project, meeting, now())
    return reply.code(422).page(slidesDeskPage(sayTo(request), again, form))
  })
}

async function ownSlot({ db }: House, request: FastifyRequest<SlotAddress>) {
  const where = await ownMeeting(db, request)
  const all = await slotsOf(db, where.meeting)
  return { ...where, slot: all.find(({ slug }) => slug === request.params.slot) ?? notFound() }
}
