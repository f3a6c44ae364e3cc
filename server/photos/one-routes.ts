import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { paths } from '../../views/paths.ts'
import { onePhotoPage } from '../../views/photos/one.ts'
import { line } from '../fields.ts'
import { blankForm, type Form, readForm } from '../forms.ts'
import type { House } from '../house.ts'
import { sayTo } from '../language.ts'
import { ownMeeting } from '../meetings/own-meeting.ts'
import { notFound } from '../refusal.ts'
import { photoDesk } from './desk.ts'
import { editPhoto } from './edit-photo.ts'
import { findPeople } from './find-people.ts'
import { photoFields, ticked, who } from './forms.ts'
import { markPerson, unmarkPerson } from './mark-person.ts'
import { takeDown } from './take-down.ts'
import { typedPhoto } from './typed-photo.ts'

type Address = { Params: { meeting: string; photo: string }; Querystring: Record<string, string> }

const one = '/organise/:project/:meeting/photos/:photo'
const access = { config: { access: 'organiser' } } as const
const marking = z.object({ id: line(60) })

/** One photo: what it shows, who is in it, and where it may go. */
export function onePhotoRoutes(app: FastifyInstance, house: House): void {
  const { db, files, now } = house

  app.get<Address>(one, access, async (request, reply) => await shown(house, request, reply))

  app.post<Address>(one, access, async (request, reply) => {
    const { photo, desk, ...where } = await ownPhoto(house, request)
    const form = readForm(photoFields(where.project.locales), request.body)
    if (form.problems) return await shown(house, request, reply.code(422), form)
    const { slot, channels, ...said } = form.values
    const slotId = desk.slots.find(({ id }) => id === slot)?.id ?? null
    await editPhoto(db, where, photo, { ...said, slotId, channels: ticked(channels) }, now())
    return reply.done(paths.albumPhoto(where.project, where.meeting, photo))
  })

  app.post<Address>(`${one}/mark`, access, async (request, reply) => {
    const { photo, ...where } = await ownPhoto(house, request)
    const person = readForm(who, request.body).values
    if (person) await markPerson(db, where, photo, person, now())
    return reply.done(paths.albumPhoto(where.project, where.meeting, photo))
  })

  app.post<Address>(`${one}/unmark`, access, async (request, reply) => {
    const { photo, ...where } = await ownPhoto(house, request)
    const person = readForm(marking, request.body).values
    if (person) await unmarkPerson(db, where, photo, person, now())
    return reply.done(paths.albumPhoto(where.project, where.meeting, photo))
  })

  app.post<Address>(`${one}/take-down`, access, async (request, reply) => {
    const { photo, by, ...where } = await ownPhoto(house, request)
    await takeDown(db, files, where, photo, { organiser: by }, now())
    return reply.done(paths.album(where.project, where.meeting))
  })
}

async function ownPhoto({ db }: House, request: FastifyRequest<Address>) {
  const where = await ownMeeting(db, request)
  const desk = await photoDesk(db, where.project, where.meeting)
  const found = desk.photos.find(({ photo }) => photo.id === request.params.photo) ?? notFound()
  return { ...where, ...found, desk }
}

async function shown(house: House, request: FastifyRequest<Address>, reply: FastifyReply, form?: Form<unknown>) {
  const { desk, by: _, project, meeting, ...found } = await ownPhoto(house, request)
  const sought = String(request.query.q ?? '').slice(0, 80)
  const people = await findPeople(house.db, project, meeting, sought)
  const view = { desk, found, sought, people }
  return reply.page(onePhotoPage(sayTo(request), view, form ?? blankForm(typedPhoto(found.photo))))
}
