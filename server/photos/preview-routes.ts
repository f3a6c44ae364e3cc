import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import type { Meeting } from '../../db/schema.ts'
import { paths } from '../../views/paths.ts'
import { previewPage } from '../../views/photos/preview.ts'
import { readForm } from '../forms.ts'
import type { House } from '../house.ts'
import { sayTo } from '../language.ts'
import { notFound } from '../refusal.ts'
import { heldBy } from '../registrations/queries.ts'
import { speakerHeldBy } from '../speakers/queries.ts'
import { ticked } from './forms.ts'
import { albumsShownTo, mayHaveBeenThere, type Preview, type Viewer } from './preview.ts'
import { sayOfPhoto } from './say-of-photo.ts'
import { photoAddress, sendPhoto } from './send-photo.ts'
import { takeDown } from './take-down.ts'

type Link = { Params: { token: string } }
type OnePhoto = { Params: { token: string; photo: string } }
type OneFile = { Params: { token: string; file: string } }

const link = { config: { access: 'link' } } as const
const channels = z.object({ channels: z.record(z.string(), z.string()).catch({}).default({}) })

/** Before everybody, whoever was there sees the photos by their link, and has one they are in taken down. */
export function previewRoutes(app: FastifyInstance, house: House): void {
  const { db, files, now } = house

  for (const way of ['mine', 'speaker'] as const) {
    app.get<Link>(`/${way}/:token/album`, link, async (request, reply) => {
      const { token } = request.params
      return reply.page(previewPage(sayTo(request), { link: { way, token }, ...(await viewing(way, token)) }))
    })

    app.get<OneFile>(`/${way}/:token/album/:file`, link, async (request, reply) => {
      const { id, width } = photoAddress(request.params.file)
      const { photo } = await seen(way, request.params.token, id)
      return await sendPhoto(request, reply, files, photo, width, 'few')
    })

    app.post<OnePhoto>(`/${way}/:token/album/:photo/object`, link, async (request, reply) => {
      const { token, photo: id } = request.params
      const { project, registration, meeting, photo } = await seen(way, token, id)
      await takeDown(db, files, { project, meeting }, photo, { registrationId: registration?.id ?? null }, now())
      return reply.done(paths.preview({ way, token }))
    })
  }

  app.post<OnePhoto>('/speaker/:token/album/:photo/agree', link, async (request, reply) => {
    const { token, photo: id } = request.params
    const { project, speaker, photo } = await seen('speaker', token, id)
    const said = readForm(channels, request.body).values ?? notFound()
    await sayOfPhoto(db, project, photo, speaker ?? notFound(), ticked(said.channels))
    return reply.done(paths.preview({ way: 'speaker', token }))
  })

  async function viewing(way: 'mine' | 'speaker', token: string): Promise<Viewer & { albums: Preview[] }> {
    const viewer = way === 'mine' ? await guest(token) : await speaking(token)
    const { meetings, ...who } = viewer
    return { ...who, albums: await albumsShownTo(db, who, meetings, now()) }
  }

  async function guest(token: string) {
    const { project, meeting, registration } = (await heldBy(db, token, now())) ?? notFound()
    const meetings: Meeting[] = (await mayHaveBeenThere(db, registration)) ? [meeting] : []
    return { project, registration, speaker: null, meetings }
  }

  async function speaking(token: string) {
    const { project, speaker } = (await speakerHeldBy(db, token, now())) ?? notFound()
    return { project, speaker, registration: null, meetings: null }
  }

  async function seen(way: 'mine' | 'speaker', token: string, id: string) {
    const { albums, ...viewer } = await viewing(way, token)
    const found = albums.find(({ photos }) => photos.some(({ photo }) => photo.id === id)) ?? notFound()
    const { photo } = found.photos.find((one) => one.photo.id === id) ?? notFound()
    return { ...viewer, meeting: found.meeting, photo }
  }
}
