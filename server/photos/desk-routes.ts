import multipart from '@fastify/multipart'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { paths } from '../../views/paths.ts'
import { photoDeskPage } from '../../views/photos/desk.ts'
import { instantIn } from '../fields.ts'
import { type Form, readForm, withProblem } from '../forms.ts'
import type { House } from '../house.ts'
import { sayTo } from '../language.ts'
import { ownMeeting } from '../meetings/own-meeting.ts'
import { photoDesk } from './desk.ts'
import { editPhotos } from './edit-photo.ts'
import { manyFields, openingFields, saidOfMany } from './forms.ts'
import { multipartLimits, photoLimits } from './limits.ts'
import { closeAlbum, openAlbum } from './open-album.ts'
import { receivePhotos } from './receive-photos.ts'

type Address = { Params: { meeting: string } }

const desk = '/organise/:project/:meeting/photos'
const access = { config: { access: 'organiser' } } as const

/** Where organisers bring a meeting's photos, and say when they are to be seen. */
export function photoDeskRoutes(app: FastifyInstance, house: House): void {
  const { db, now } = house

  app.get<Address>(desk, access, async (request, reply) => {
    const { project, meeting } = await ownMeeting(db, request)
    return reply.page(photoDeskPage(sayTo(request), await photoDesk(db, project, meeting), now()))
  })

  app.post<Address>(`${desk}/edit`, access, async (request, reply) => {
    const where = await ownMeeting(db, request)
    const form = readForm(manyFields, request.body)
    if (form.problems) return await again(house, request, reply, form)
    await editPhotos(db, where, saidOfMany(form.values), now())
    return reply.done(paths.album(where.project, where.meeting))
  })

  app.post<Address>(`${desk}/open`, access, async (request, reply) => {
    const where = await ownMeeting(db, request)
    const form = readForm(openingFields, request.body)
    if (form.problems) return await again(house, request, reply, form)
    const day = Temporal.PlainDate.from(form.values.publicFrom).toPlainDateTime({ hour: 9 })
    const publicFrom = instantIn(day, where.meeting.zone)
    const earliest = now().add({ hours: photoLimits.days.least * 24 })
    if (!publicFrom || Temporal.Instant.compare(publicFrom, earliest) < 0)
      return await again(
        house,
        request,
        reply,
        withProblem(form, 'publicFrom', 'album.problem-early', { days: photoLimits.days.least }),
      )
    await openAlbum(db, where, publicFrom, now())
    return reply.done(paths.album(where.project, where.meeting))
  })

  app.post<Address>(`${desk}/close`, access, async (request, reply) => {
    const where = await ownMeeting(db, request)
    await closeAlbum(db, where, now())
    return reply.done(paths.album(where.project, where.meeting))
  })

  app.register(async (uploads) => {
    await uploads.register(multipart, { limits: multipartLimits, throwFileSizeLimit: false })
    uploadRoute(uploads, house)
  })
}

function uploadRoute(app: FastifyInstance, house: House): void {
  const { db, files, now } = house
  app.post<Address>(`${desk}/add`, access, async (request, reply) => {
    const where = await ownMeeting(db, request)
    const { sent, refused } = await receivePhotos(request, db, files, where, now)
    if (sent > 0 && refused.length === 0) return reply.done(paths.album(where.project, where.meeting))
    const none = { typed: {}, problems: null, values: null }
    const form = sent === 0 ? withProblem(none, 'photos', 'problem.required') : none
    const found = await photoDesk(db, where.project, where.meeting)
    return reply.code(422).page(photoDeskPage(sayTo(request), found, now(), form, refused))
  })
}

async function again({ db, now }: House, request: FastifyRequest<Address>, reply: FastifyReply, form: Form<unknown>) {
  const { project, meeting } = await ownMeeting(db, request)
  return reply.code(422).page(photoDeskPage(sayTo(request), await photoDesk(db, project, meeting), now(), form))
}
