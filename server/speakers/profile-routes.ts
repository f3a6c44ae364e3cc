import type { FastifyInstance, FastifyRequest } from 'fastify'
import { paths } from '../../views/paths.ts'
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
import { profileOf, speakerIn } from './own-speaker.ts'
import { removeFromSlot } from './remove-from-slot.ts'
import { lookOf } from './list.ts'
import { lookQuery } from '../../views/speakers/look-query.ts'

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
    if (form.problems) return reply.code(422).page(profilePage(sayTo(request), await profileOf(db, request, now()), form))
    await editProfile(db, project, speaker, form.values, now(), by)
    return reply.done(paths.speakerProfile(project, meeting, speaker))
  })

  for (const [name, act] of Object.entries(deeds)) {
    app.post<Address>(`${profile}/${name}`, { config: { access: 'organiser' } }, async (request, reply) => {
      const { project, meeting, speaker, by } = await speakerIn(db, request)
      const { slot } = readForm(slotChoice, request.body).values ?? notFound()
      const { since } = readForm(againForm, request.body).values ?? { since: null }
      await act({ db, where: { project, meeting }, part: { slotId: slot, speakerId: speaker.id }, since, by, now: now() })
      return reply.done(backFrom(request) ?? `${paths.speakerProfile(project, meeting, speaker)}#slot-${slot}`)
    })
  }
}
