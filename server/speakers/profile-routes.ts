import type { FastifyInstance, FastifyRequest } from 'fastify'
import { paths } from '../../views/paths.ts'
import { lookQuery } from '../../views/speakers/look-query.ts'
import { profilePage } from '../../views/speakers/profile.ts'
import { blankForm, readForm } from '../forms.ts'
import type { House } from '../house.ts'
import { sayTo } from '../language.ts'
import { notFound } from '../refusal.ts'
import { acceptInvitation, declineInvitation } from './answer.ts'
import { confirmSpeaker, takeBack } from './confirm.ts'
import { editProfile } from './edit-profile.ts'
import { againForm, profileForm, slotChoice, typedProfile } from './forms.ts'
import { inviteAgain, inviteSpeaker } from './invite.ts'
import { lookOf } from './list.ts'
import { profileOf, speakerIn } from './own-speaker.ts'
import { removeFromSlot } from './remove-from-slot.ts'

type Address = {
  Params: { project: string; meeting: string; speaker: string }
  Querystring: Record<string, unknown>
}

const profile = '/organise/:project/:meeting/speakers/:speaker'

/** One speaker, as the organisers know them, and what organisers do about them. */
export function speakerProfileRoutes(app: FastifyInstance, { db, now }: House): void {
  app.get<Address>(profile, { config: { access: 'organiser' } }, async (request, reply) => {
    const view = await profileOf(db, request, now())
    return reply.page(profilePage(sayTo(request), view, blankForm(typedProfile(view.speaker))))
  })

  app.post<Address>(profile, { config: { access: 'organiser' } }, async (request, reply) => {
    const { project, meeting, speaker, by } = await speakerIn(db, request)
    const form = readForm(profileForm(project), request.body)
    if (form.problems) {
      return reply.code(422).page(profilePage(sayTo(request), await profileOf(db, request, now()), form))
    }
    await editProfile(db, project, speaker, form.values, now(), by)
    return reply.done(paths.speakerProfile(project, meeting, speaker))
  })

  const deeds = { invite: inviteSpeaker, confirm: confirmSpeaker, 'take-back': takeBack, remove: removeFromSlot }
  for (const [name, act] of Object.entries(deeds)) {
    app.post<Address>(`${profile}/${name}`, { config: { access: 'organiser' } }, async (request, reply) => {
      const { where, part, by, back } = await partIn(request)
      await act(db, where, part, by, now())
      return reply.done(back)
    })
  }

  for (const [name, answer] of Object.entries({ accept: acceptInvitation, decline: declineInvitation })) {
    app.post<Address>(`${profile}/${name}`, { config: { access: 'organiser' } }, async (request, reply) => {
      const { where, part, by, back } = await partIn(request)
      await answer(db, where, part, now(), by)
      return reply.done(back)
    })
  }

  app.post<Address>(`${profile}/again`, { config: { access: 'organiser' } }, async (request, reply) => {
    const { where, part, by, back } = await partIn(request)
    const { since } = readForm(againForm, request.body).values ?? notFound()
    await inviteAgain(db, where, part, since, by, now())
    return reply.done(back)
  })

  /** What a button is about, and the page that it leads back to. */
  async function partIn(request: FastifyRequest<Address>) {
    const { project, meeting, speaker, by } = await speakerIn(db, request)
    const { slot } = readForm(slotChoice, request.body).values ?? notFound()
    const list = `${paths.speakers(project, meeting)}?${lookQuery(lookOf(request.query))}`
    const back = request.query.from === 'list' ? list : paths.speakerProfile(project, meeting, speaker)
    return { where: { project, meeting }, part: { slotId: slot, speakerId: speaker.id }, by, back }
  }
}
