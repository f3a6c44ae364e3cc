import type { FastifyInstance, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { paths } from '../../views/paths.ts'
import { galleryPage } from '../../views/photos/gallery.ts'
import { galleryPhotoPage } from '../../views/photos/gallery-photo.ts'
import { mayIn } from '../access.ts'
import { paragraph } from '../fields.ts'
import { blankForm, readForm } from '../forms.ts'
import type { House } from '../house.ts'
import { sayTo } from '../language.ts'
import { atMost } from '../limits.ts'
import { publicMeeting } from '../meetings/queries.ts'
import { notFound } from '../refusal.ts'
import { photoWithPlace } from './queries.ts'
import { photoAddress, sendPhoto } from './send-photo.ts'
import { photosFor } from './shown.ts'
import { hidePhoto } from './take-down.ts'

type Address = { Params: { project: string; meeting: string } }
type OnePhoto = { Params: { project: string; meeting: string; photo: string } }

const fields = z.object({ words: paragraph(500) })
const anyone = { config: { access: 'anyone' } } as const
const objecting = { config: { access: 'anyone', rateLimit: atMost.objections } } as const

/** A meeting's photos as everybody sees them; made anew for each reader, so that what is taken back is gone at once. */
export function galleryRoutes(app: FastifyInstance, house: House): void {
  const { db, files, now } = house

  app.get<Address>('/:project/:meeting/photos', anyone, async (request, reply) => {
    const { project, meeting, photos } = await gallery(request)
    reply.header('cache-control', 'private, no-cache')
    return reply.page(galleryPage(sayTo(request), project, meeting, photos))
  })

  app.get<OnePhoto>('/:project/:meeting/photos/:photo', anyone, async (request, reply) => {
    reply.header('cache-control', 'private, no-cache')
    return reply.page(galleryPhotoPage(sayTo(request), await shownPhoto(request), blankForm()))
  })

  app.post<OnePhoto>('/:project/:meeting/photos/:photo', objecting, async (request, reply) => {
    const found = await shownPhoto(request)
    const form = readForm(fields, request.body)
    if (form.problems) return reply.code(422).page(galleryPhotoPage(sayTo(request), found, form))
    await hidePhoto(db, found, found.photo, form.values.words, now())
    return reply.done(`${paths.gallery(found.project, found.meeting)}#hidden`)
  })

  app.get<{ Params: { file: string } }>('/photos/:file', anyone, async (request, reply) => {
    const { id, width } = photoAddress(request.params.file)
    const { project, meeting, photo } = (await photoWithPlace(db, id)) ?? notFound()
    const isPublic = project.publishedAt !== null && meeting.status !== 'draft'
    const shown = isPublic ? await photosFor(db, project, meeting, 'web', now()) : []
    if (shown.some((one) => one.id === id)) return await sendPhoto(request, reply, files, photo, width, 'everybody')
    const may = await mayIn(house, request, project.slug)
    return may('organiser', meeting) ? await sendPhoto(request, reply, files, photo, width, 'few') : notFound()
  })

  async function gallery(request: FastifyRequest<Address>) {
    const found = (await publicMeeting(db, request.params)) ?? notFound()
    const photos = await photosFor(db, found.project, found.meeting, 'web', now())
    return { ...found, photos }
  }

  async function shownPhoto(request: FastifyRequest<OnePhoto>) {
    const found = await gallery(request)
    const at = found.photos.findIndex(({ id }) => id === request.params.photo)
    const photo = found.photos[at] ?? notFound()
    return { ...found, photo, before: found.photos[at - 1] ?? null, after: found.photos[at + 1] ?? null }
  }
}
