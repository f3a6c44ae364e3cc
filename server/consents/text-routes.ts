import type { FastifyInstance, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { consentTextPage } from '../../views/consents/text-page.ts'
import { paths } from '../../views/paths.ts'
import { organiserOf, projectOf } from '../access.ts'
import { neededText } from '../fields.ts'
import { blankForm, type Form, readForm } from '../forms.ts'
import type { House } from '../house.ts'
import { sayTo } from '../language.ts'
import { typedText } from '../typed-text.ts'
import { askAgain, behindText, wereAsked } from './ask-again.ts'
import { publishText } from './publish-text.ts'
import { currentText, textVersions } from './queries.ts'

const page = '/organise/:project/consent'

/** Where owners put the city's own words of consent, and ask again whoever agreed to others. */
export function consentTextRoutes(app: FastifyInstance, { db, now }: House): void {
  app.get(page, { config: { access: 'owner' } }, async (request, reply) => {
    const { own } = await currentText(db, projectOf(request))
    return reply.page(await shown(request, blankForm(typedText('text', own ?? {}))))
  })

  app.post(page, { config: { access: 'owner' } }, async (request, reply) => {
    const project = projectOf(request)
    const form = readForm(z.object({ text: neededText(project.locales, 5000, true) }), request.body)
    if (form.problems) return reply.code(422).page(await shown(request, form))
    await publishText(db, project, form.values.text, organiserOf(request), now())
    return reply.done(paths.consentText(project))
  })

  app.post(`${page}/again`, { config: { access: 'owner' } }, async (request, reply) => {
    const project = projectOf(request)
    await askAgain(db, project, organiserOf(request), now())
    return reply.done(paths.consentText(project))
  })

  async function shown(request: FastifyRequest, form: Pick<Form<unknown>, 'typed' | 'problems'>) {
    const project = projectOf(request)
    const [text, versions, behind] = await Promise.all([
      currentText(db, project),
      textVersions(db, project),
      behindText(db, project, now()),
    ])
    const asked = await wereAsked(db, project, text.version)
    return consentTextPage(sayTo(request), { project, text, versions, behind: behind.length, asked }, form)
  }
}
