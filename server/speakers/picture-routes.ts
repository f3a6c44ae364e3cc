import multipart from '@fastify/multipart'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { paths } from '../../views/paths.ts'
import { ownPage } from '../../views/speakers/own.ts'
import { mayIn } from '../access.ts'
import { readUpload } from '../files/read-upload.ts'
import { blankForm, withProblem } from '../forms.ts'
import { sandboxed } from '../headers.ts'
import type { House } from '../house.ts'
import { sayTo } from '../language.ts'
import { notFound } from '../refusal.ts'
import { typedProfile } from './forms.ts'
import { ownPageOf } from './own-page.ts'
import { pictureKey, removePicture, setPicture } from './picture.ts'
import { type PictureProblem, pictureIn, pictureLimits } from './picture-upload.ts'
import { speakerHeldBy, speakerPictured } from './queries.ts'
import { isPictureShown } from './shown-picture.ts'

type Own = { Params: { token: string } }

/** A speaker's picture: seen by everybody once they are publicly named, before by organisers and on their own page. */
export function pictureRoutes(app: FastifyInstance, house: House): void {
  const { db, files, now, config } = house

  app.get<{ Params: { id: string } }>(
    '/pictures/:id.webp',
    { config: { access: 'anyone' } },
    async (request, reply) => {
      const { project, speaker } = (await speakerPictured(db, request.params.id)) ?? notFound()
      const isShown = await isPictureShown(db, project, speaker)
      if (!isShown && !(await mayIn(house, request, project.slug))('meeting-organiser')) return notFound()
      // Consent can be taken back: no copy of it is kept for long.
      return await sendPicture(reply, request.params.id, isShown ? 'public, max-age=300' : 'private, no-store')
    },
  )

  app.get<Own>('/speaker/:token/picture', { config: { access: 'link' } }, async (request, reply) => {
    const { speaker } = await held(request)
    return await sendPicture(reply, speaker.pictureId ?? notFound(), 'private, no-store')
  })

  app.post<Own>('/speaker/:token/picture/remove', { config: { access: 'link' } }, async (request, reply) => {
    const { project, speaker } = await held(request)
    await removePicture(db, files, project, speaker, now())
    return reply.done(`${paths.speaker(request.params.token)}#my-picture`)
  })

  // In a scope of its own: files come in here and nowhere else.
  app.register(async (uploads) => {
    await uploads.register(multipart, { limits: pictureLimits, throwFileSizeLimit: false })
    uploads.post<Own>('/speaker/:token/picture', { config: { access: 'link' } }, async (request, reply) => {
      const { project, speaker } = await held(request)
      const { picture, problem } = pictureIn(await readUpload(request))
      if (!picture) return await again(request, reply, problem)
      const isTaken = await setPicture(db, files, project, speaker, picture, now())
      if (!isTaken) return await again(request, reply, 'problem.picture')
      return reply.done(`${paths.speaker(request.params.token)}#my-picture`)
    })
  })

  async function held(request: FastifyRequest<Own>) {
    return (await speakerHeldBy(db, request.params.token, now())) ?? notFound()
  }

  async function again(request: FastifyRequest<Own>, reply: FastifyReply, problem: PictureProblem) {
    const found = { ...(await held(request)), token: request.params.token }
    const say = sayTo(request)
    const typed = { ...blankForm(typedProfile(found.speaker)), values: null }
    const form = withProblem(typed, 'picture', problem)
    return reply.code(422).page(ownPage(say, await ownPageOf(db, found, say, config.publicUrl, now()), form))
  }

  async function sendPicture(reply: FastifyReply, id: string, keep: string): Promise<FastifyReply> {
    const { size, bytes } = (await files.read(pictureKey(id))) ?? notFound()
    reply.header('cache-control', keep).header('content-security-policy', sandboxed)
    return reply.header('content-length', size).type('image/webp').send(bytes)
  }
}
