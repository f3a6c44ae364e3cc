import type { FastifyInstance, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { ownPhotosPage } from '../../views/consents/own-page.ts'
import { paths } from '../../views/paths.ts'
import { optionalLine } from '../fields.ts'
import { blankForm, readForm } from '../forms.ts'
import { ownGuardian } from '../guardianships/own.ts'
import type { House } from '../house.ts'
import { sayTo } from '../language.ts'
import { notFound } from '../refusal.ts'
import { heldBy, isLive } from '../registrations/queries.ts'
import { ownPhotos } from './own.ts'
import { sayOwn } from './say-own.ts'

type Address = { Params: { token: string } }

const fields = z.object({
  photos: z.record(z.string(), z.string()).catch({}).default({}),
  photosText: optionalLine(60),
})

/** What somebody has said about photos of themselves, or others for them; to be said otherwise at any time. */
export function ownPhotosRoutes(app: FastifyInstance, { db, now }: House): void {
  app.get<Address>('/mine/:token/photos', { config: { access: 'link' } }, async (request, reply) => {
    const view = await own(request)
    const { registration, meeting, photos } = view
    const ticked =
      registration.ageBand === 'adult'
        ? meeting.photoChannels.filter((channel) => photos.standing[channel] === 'yes')
        : photos.against
    const typed = Object.fromEntries(ticked.map((channel) => [`photos.${channel}`, 'yes']))
    return reply.page(ownPhotosPage(sayTo(request), view, blankForm(typed)))
  })

  app.post<Address>('/mine/:token/photos', { config: { access: 'link' } }, async (request, reply) => {
    const view = await own(request)
    const form = readForm(fields, request.body)
    if (form.problems) return reply.code(422).page(ownPhotosPage(sayTo(request), view, form))
    const { photos, photosText: textVersion } = form.values
    const ticked = view.meeting.photoChannels.filter((channel) => photos[channel])
    const said = { ticked, textVersion, locale: sayTo(request).locale }
    await sayOwn(db, view.project, view.meeting, view.registration, said, now())
    return reply.done(paths.minePhotos(view.token))
  })

  async function own(request: FastifyRequest<Address>) {
    const { token } = request.params
    const held = (await heldBy(db, token, now())) ?? notFound()
    const { project, meeting, registration } = held
    if (meeting.photoChannels.length === 0 || !isLive(registration)) notFound()
    const [photos, guardian] = await Promise.all([
      ownPhotos(db, project, meeting, registration),
      ownGuardian(db, registration),
    ])
    return { ...held, token, photos, guardian }
  }
}
