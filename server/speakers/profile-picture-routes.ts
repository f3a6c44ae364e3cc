import multipart from '@fastify/multipart'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { paths } from '../../views/paths.ts'
import { profilePage } from '../../views/speakers/profile.ts'
import { readUpload } from '../files/read-upload.ts'
import { blankForm, withProblem } from '../forms.ts'
import type { House } from '../house.ts'
import { sayTo } from '../language.ts'
import { typedProfile } from './forms.ts'
import { profileOf, speakerIn } from './own-speaker.ts'
import { removePicture, setPicture } from './picture.ts'
import { type PictureProblem, pictureIn, pictureLimits } from './picture-upload.ts'

type Address = { Params: { project: string; meeting: string; speaker: string } }

const picture = '/organise/:project/:meeting/speakers/:speaker/picture'

/** Organisers give a speaker a picture, and take it away. */
export function profilePictureRoutes(app: FastifyInstance, { db, files, now }: House): void {
  app.post<Address>(`${picture}/remove`, { config: { access: 'organiser' } }, async (request, reply) => {
    const { project, meeting, speaker, by } = await speakerIn(db, request)
    await removePicture(db, files, project, speaker, now(), by)
    return reply.done(`${paths.speakerProfile(project, meeting, speaker)}#picture`)
  })

  // In a scope of its own: files come in here and nowhere else.
  app.register(async (uploads) => {
    await uploads.register(multipart, { limits: pictureLimits, throwFileSizeLimit: false })
    uploads.post<Address>(picture, { config: { access: 'organiser' } }, async (request, reply) => {
      const { project, meeting, speaker, by } = await speakerIn(db, request)
      const sent = pictureIn(await readUpload(request))
      if (!sent.picture) return await again(request, reply, sent.problem)
      const isTaken = await setPicture(db, files, project, speaker, sent.picture, now(), by)
      if (!isTaken) return await again(request, reply, 'problem.picture')
      return reply.done(`${paths.speakerProfile(project, meeting, speaker)}#picture`)
    })
  })

  async function again(request: FastifyRequest<Address>, reply: FastifyReply, problem: PictureProblem) {
    const view = await profileOf(db, request, now())
    const form = withProblem({ ...blankForm(typedProfile(view.speaker)), values: null }, 'picture', problem)
    return reply.code(422).page(profilePage(sayTo(request), view, form))
  }
}
