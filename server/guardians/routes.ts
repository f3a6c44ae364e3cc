import type { FastifyInstance, FastifyRequest } from 'fastify'
import { linkOverPage, mistakenPage } from '../../views/guardians/closed.ts'
import { guardianPage } from '../../views/guardians/page.ts'
import { paths } from '../../views/paths.ts'
import { blankForm, readForm } from '../forms.ts'
import type { House } from '../house.ts'
import { sayTo } from '../language.ts'
import { notFound } from '../refusal.ts'
import { answerAsGuardian, denyGuardianship } from './answer.ts'
import { consentText, notMine } from './consent.ts'
import { answerForm } from './forms.ts'
import { guardianHeldBy, occasionsOf } from './queries.ts'

type Address = { Params: { guardian: string } }

/** What a guardian sees and does. Opening the link changes nothing: mail scanners open links too. */
export function guardianRoutes(app: FastifyInstance, { db, now }: House): void {
  app.get<Address>('/guardian/:guardian', { config: { access: 'link' } }, async (request, reply) => {
    const say = sayTo(request)
    const found = await guardianHeldBy(db, request.params.guardian)
    if (!found || isOver(found)) return reply.code(404).page(linkOverPage(say, found?.project ?? null))
    if (found.consent.textVersion === notMine) return reply.page(mistakenPage(say, found.project))
    const view = await shown(request)
    return reply.page(guardianPage(say, view, blankForm(typedOf(view.consent))))
  })

  app.post<Address>('/guardian/:guardian', { config: { access: 'link' } }, async (request, reply) => {
    const view = await shown(request)
    const form = readForm(answerForm, request.body)
    if (form.problems) return reply.code(422).page(guardianPage(sayTo(request), view, form))
    await answerAsGuardian(db, view.project, view.consent, form.values, now())
    return reply.done(paths.guardian(view.token))
  })

  app.post<Address>('/guardian/:guardian/not-mine', { config: { access: 'link' } }, async (request, reply) => {
    const { project, consent, token } = await shown(request)
    await denyGuardianship(db, project, consent, now())
    return reply.done(paths.guardian(token))
  })

  async function shown(request: FastifyRequest<Address>) {
    const token = request.params.guardian
    const found = (await guardianHeldBy(db, token)) ?? notFound()
    if (isOver(found) || found.consent.textVersion === notMine) notFound()
    return { ...found, token, statement: consentText, occasions: await occasionsOf(db, found.speaker, now()) }
  }

  function isOver({ expiresAt }: { expiresAt: Temporal.Instant }): boolean {
    return Temporal.Instant.compare(expiresAt, now()) <= 0
  }
}

/** Nothing is ticked beforehand but what they have agreed to. */
function typedOf({ nameAgreed, pictureAgreed, signedBy }: Parameters<typeof guardianPage>[1]['consent']) {
  return { nameAgreed: nameAgreed ? 'yes' : '', pictureAgreed: pictureAgreed ? 'yes' : '', signedBy }
}
