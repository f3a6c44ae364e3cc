import type { FastifyInstance } from 'fastify'
import { contactPage } from '../../views/door/contact.ts'
import type { House } from '../house.ts'
import { sayTo } from '../language.ts'
import { ownMeeting } from '../meetings/own-meeting.ts'
import { notFound } from '../refusal.ts'
import { registrationOf } from '../registrations/queries.ts'
import { openContact } from './open-contact.ts'

type Address = { Params: { project: string; meeting: string; registration: string } }

const contact = '/organise/:project/:meeting/door/:registration/contact'

/** Whom to call for one person: by a button, since a mere look is written down. */
export function contactRoutes(app: FastifyInstance, { db, now }: House): void {
  app.post<Address>(contact, { config: { access: 'door' } }, async (request, reply) => {
    const { by, project, meeting } = await ownMeeting(db, request)
    const registration = (await registrationOf(db, meeting, request.params.registration)) ?? notFound()
    const call = await openContact(db, { project, meeting }, registration, by, now())
    return reply.page(contactPage(sayTo(request), { project, meeting, registration, call }))
  })
}
