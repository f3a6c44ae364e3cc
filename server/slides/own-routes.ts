import multipart from '@fastify/multipart'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { paths } from '../../views/paths.ts'
import { ownSlidesPage } from '../../views/slides/own-page.ts'
import { type Upload, withUpload } from '../files/receive.ts'
import type { House } from '../house.ts'
import { sayTo } from '../language.ts'
import { notFound } from '../refusal.ts'
import { hashOf } from '../secrets.ts'
import { speakerHeldBy } from '../speakers/queries.ts'
import { intake, slidesLimits } from './intake.ts'
import { ownSlides } from './own.ts'
import { removeSlides } from './remove-slides.ts'
import { sendSlides } from './send.ts'
import { takeUpload } from './take.ts'

type Link = { Params: { token: string } }
type OwnFile = { Params: { token: string; id: string } }
type OwnSlot = { Params: { token: string; slot: string } }

/** What speakers do with their slides, by their link: their own slots' only. */
export function ownSlidesRoutes(app: FastifyInstance, house: House): void {
  const { db, files, now } = house

  app.get<Link>('/speaker/:token/slides', { config: { access: 'link' } }, async (request, reply) =>
    reply.page(ownSlidesPage(sayTo(request), await ownView(house, request))),
  )

  app.get<OwnFile>('/speaker/:token/slides/:id', { config: { access: 'link' } }, async (request, reply) => {
    const { file } = await ownFile(request)
    return await sendSlides(request, reply, files, file, 'few')
  })

  app.post<OwnFile>('/speaker/:token/slides/:id/remove', { config: { access: 'link' } }, async (request, reply) => {
    const { project, speaker, meeting, slot, file } = await ownFile(request)
    await removeSlides(db, files, { project, meeting, slot }, file, { speaker }, now())
    return reply.done(paths.speakerDo(request.params.token, 'slides'))
  })

  // In a scope of its own: files come in here and nowhere else.
  app.register(async (uploads) => {
    await uploads.register(multipart, { limits: slidesLimits, throwFileSizeLimit: false })
    uploadRoute(uploads, house)
  })

  async function ownFile(request: FastifyRequest<OwnFile>) {
    const { project, speaker, own } = await ownView(house, request)
    const all = own.flatMap(({ meeting, slot, slides }) => slides.map((file) => ({ meeting, slot, file })))
    const found = all.find(({ file }) => file.id === request.params.id) ?? notFound()
    return { project, speaker, ...found }
  }
}

function uploadRoute(app: FastifyInstance, house: House): void {
  app.post<OwnSlot>('/speaker/:token/slots/:slot/slides', { config: { access: 'link' } }, async (request, reply) => {
    const { token } = request.params
    const { project, speaker, own } = await ownView(house, request)
    const { meeting, slot } = own.find((one) => one.slot.id === request.params.slot && !one.closed) ?? notFound()
    const take = (upload: Upload) => takeUpload(house, { project, meeting, slot }, upload, { speaker })
    const form = await withUpload(request, intake(house.files, hashOf(token)), take)
    if (!form) return reply.done(paths.speakerDo(token, 'slides'))
    return reply.code(422).page(ownSlidesPage(sayTo(request), await ownView(house, request), form))
  })
}

async function ownView({ db, now }: House, request: FastifyRequest<Link>) {
  const { token } = request.params
  const { project, speaker } = (await speakerHeldBy(db, token, now())) ?? notFound()
  return { token, project, speaker, own: await ownSlides(db, speaker, now()), now: now() }
}
