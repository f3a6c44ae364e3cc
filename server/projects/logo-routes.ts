import multipart from '@fastify/multipart'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { paths } from '../../views/paths.ts'
import { settingsPage } from '../../views/projects/settings.ts'
import { mayIn, organiserOf, projectOf } from '../access.ts'
import { line, neededText } from '../fields.ts'
import { readUpload, type Upload, uploadLimits } from '../files/read-upload.ts'
import { answerAgain, whileAway } from '../files/while-away.ts'
import { type Form, readForm, withProblem } from '../forms.ts'
import { sandboxed } from '../headers.ts'
import type { House } from '../house.ts'
import { sayTo } from '../language.ts'
import { notFound } from '../refusal.ts'
import { addLogo, logoKey, removeLogo } from './logos.ts'
import { logoWithProject } from './queries.ts'
import { settingsOf } from './settings.ts'

const removal = z.object({ id: line(60) })

/** The logos of a project: seen by everybody, added and removed by its organisers. */
export function logoRoutes(app: FastifyInstance, house: House): void {
  const { db, files, now } = house

  app.get<{ Params: { id: string } }>('/logos/:id.webp', { config: { access: 'anyone' } }, async (request, reply) => {
    const { logo, project } = (await logoWithProject(db, request.params.id)) ?? notFound()
    if (!project.publishedAt && !(await mayIn(house, request, project.slug))('member')) return notFound()
    const { size, bytes } = (await files.read(logoKey(logo))) ?? notFound()
    const keep = project.publishedAt ? 'public, max-age=31536000, immutable' : 'private, no-store'
    reply.header('cache-control', keep).header('content-security-policy', sandboxed)
    return reply.header('content-length', size).type('image/webp').send(bytes)
  })

  app.post('/organise/:project/settings/logos/remove', { config: { access: 'organiser' } }, async (request, reply) => {
    const project = projectOf(request)
    const { id } = readForm(removal, request.body).values ?? notFound()
    await removeLogo(db, files, project, { id }, organiserOf(request), now())
    return reply.done(`${paths.projectSettings(project)}#logos`)
  })

  // In a scope of its own: files come in here and nowhere else.
  app.register(async (uploads) => {
    await uploads.register(multipart, { limits: uploadLimits, throwFileSizeLimit: false })
    uploadRoute(uploads, house)
  })
}

function uploadRoute(app: FastifyInstance, { db, files, now }: House): void {
  app.post('/organise/:project/settings/logos', { config: { access: 'organiser' } }, async (request, reply) => {
    const project = projectOf(request)
    const upload = await readUpload(request)
    const form = checked(upload, readForm(z.object({ alt: neededText(project.locales) }), upload.body))
    if (form.problems || !upload.file) return await again(request, reply, form)
    const { alt } = form.values
    const added = await addLogo(db, files, project, upload.file, alt, organiserOf(request), now()).catch((error) =>
      whileAway(error, request, form, 'picture'),
    )
    if (!added) return await again(request, reply, withProblem(form, 'picture', 'problem.picture'))
    if ('problems' in added) return await again(request, reply, added)
    return reply.done(`${paths.projectSettings(project)}#logos`)
  })

  async function again(request: FastifyRequest, reply: FastifyReply, form: Form<unknown>): Promise<FastifyReply> {
    const settings = await settingsOf(db, projectOf(request), { logos: form })
    return answerAgain(reply, form).page(settingsPage(sayTo(request), settings))
  }
}

function checked<T>({ file, tooBig }: Upload, form: Form<T>): Form<T> {
  if (tooBig) return withProblem(form, 'picture', 'problem.picture-size')
  return file ? form : withProblem(form, 'picture', 'problem.required')
}
