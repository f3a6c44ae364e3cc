import type { FastifyInstance, FastifyRequest } from 'fastify'
import { paths } from '../../views/paths.ts'
import { forgottenPage, ownPage } from '../../views/speakers/own.ts'
import { blankForm, type Form, readForm } from '../forms.ts'
import type { House } from '../house.ts'
import { sayTo } from '../language.ts'
import { notFound } from '../refusal.ts'
import { acceptInvitation, declineInvitation } from './answer.ts'
import { appearancesOf } from './appearances.ts'
import { editProfile } from './edit-profile.ts'
import { forgetMe } from './forget-me.ts'
import { ownProfileForm, slotChoice, typedProfile } from './forms.ts'
import { ownPageOf } from './own-page.ts'
import { speakerHeldBy } from './queries.ts'

type Address = { Params: { token: string } }

const deeds = { accept: acceptInvitation, decline: declineInvitation }

/** What the holder of a speaker's link sees and does. Opening it changes nothing: mail scanners open links too. */
export function speakerRoutes(app: FastifyInstance, { db, files, now, config }: House): void {
  app.get<Address>('/speaker/:token', { config: { access: 'link' } }, async (request, reply) => {
    const { speaker } = await held(request)
    return reply.page(await page(request, blankForm(typedProfile(speaker))))
  })

  for (const [name, answer] of Object.entries(deeds)) {
    app.post<Address>(`/speaker/:token/${name}`, { config: { access: 'link' } }, async (request, reply) => {
      const { project, meeting, ...part } = await partIn(request)
      await answer(db, { project, meeting }, part, now())
      return reply.done(paths.speaker(request.params.token))
    })
  }

  app.post<Address>('/speaker/:token/profile', { config: { access: 'link' } }, async (request, reply) => {
    const { project, speaker } = await held(request)
    const form = readForm(ownProfileForm(project), request.body)
    if (form.problems) return reply.code(422).page(await page(request, form))
    await editProfile(db, project, speaker, form.values, now())
    return reply.done(paths.speaker(request.params.token))
  })

  app.post<Address>('/speaker/:token/forget', { config: { access: 'link' } }, async (request, reply) => {
    const { project, speaker } = await held(request)
    await forgetMe(db, files, project, speaker, now())
    return reply.page(forgottenPage(sayTo(request), project))
  })

  async function held(request: FastifyRequest<Address>) {
    return (await speakerHeldBy(db, request.params.token, now())) ?? notFound()
  }

  /** The slot that a button is about: one of theirs. */
  async function partIn(request: FastifyRequest<Address>) {
    const { project, speaker } = await held(request)
    const { slot } = readForm(slotChoice, request.body).values ?? notFound()
    const all = await appearancesOf(db, speaker)
    const { meeting } = all.find(({ slotId }) => slotId === slot) ?? notFound()
    return { project, meeting, slotId: slot, speakerId: speaker.id }
  }

  async function page(request: FastifyRequest<Address>, form: Pick<Form<unknown>, 'typed' | 'problems'>) {
    const found = { ...(await held(request)), token: request.params.token }
    const say = sayTo(request)
    return ownPage(say, await ownPageOf(db, found, say, config.publicUrl, now()), form)
  }
}
