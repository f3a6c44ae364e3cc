import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Organiser, Project, Speaker } from '../../db/schema.ts'
import { askGuardianPage, ownGuardianPage } from '../../views/guardians/ask-page.ts'
import { paths } from '../../views/paths.ts'
import type { MessageKey } from '../../views/say.ts'
import { blankForm, type Form, readForm, withProblem } from '../forms.ts'
import type { House } from '../house.ts'
import { sayTo } from '../language.ts'
import { ownMeeting } from '../meetings/own-meeting.ts'
import { notFound } from '../refusal.ts'
import { speakerHeldBy } from '../speakers/queries.ts'
import { askGuardian } from './ask.ts'
import { askForm } from './forms.ts'
import { guardiansOf, speakerOf } from './queries.ts'
import { guardianStanding } from './rules.ts'
import { withdrawForGuardian } from './withdraw.ts'

type Own = { Params: { token: string } }
type Profile = { Params: { project: string; meeting: string; speaker: string } }

const profile = '/organise/:project/:meeting/speakers/:speaker/guardian'

/** Where young speakers and organisers ask a guardian. */
export function askGuardianRoutes(app: FastifyInstance, { db, now }: House): void {
  app.get<Profile>(profile, { config: { access: 'organiser' } }, async (request, reply) => {
    const view = await ofOrganiser(request)
    return reply.page(askGuardianPage(sayTo(request), view, blankForm({ language: languageFor(view) })))
  })

  app.post<Profile>(profile, { config: { access: 'organiser' } }, async (request, reply) => {
    const view = await ofOrganiser(request)
    const form = await asked(request, view, view.by)
    if (form.problems) return reply.code(422).page(askGuardianPage(sayTo(request), view, form))
    return reply.done(paths.speakerProfile(view.project, view.meeting, view.speaker))
  })

  app.post<Profile>(`${profile}/withdraw`, { config: { access: 'organiser' } }, async (request, reply) => {
    const { project, meeting, speaker, by } = await ofOrganiser(request)
    await withdrawForGuardian(db, project, speaker, by, now())
    return reply.done(paths.speakerProfile(project, meeting, speaker))
  })

  app.get<Own>('/speaker/:token/guardian', { config: { access: 'link' } }, async (request, reply) => {
    const view = await ofSpeaker(request)
    return reply.page(ownGuardianPage(sayTo(request), view, blankForm({ language: languageFor(view) })))
  })

  app.post<Own>('/speaker/:token/guardian', { config: { access: 'link' } }, async (request, reply) => {
    const view = await ofSpeaker(request)
    const form = await asked(request, view, null)
    if (form.problems) return reply.code(422).page(ownGuardianPage(sayTo(request), view, form))
    return reply.done(paths.speaker(view.token))
  })

  async function asked(request: FastifyRequest, { project, speaker }: Young, by: Organiser | null) {
    const form: Form<{ email: string; language: Speaker['locale'] & string }> = readForm(
      askForm(languageFor({ project, speaker })),
      request.body,
    )
    if (form.problems) return form
    const { email, language: locale } = form.values
    const problem: MessageKey | null = await db.transact(
      (tx) => askGuardian(tx, project, speaker, { email, locale }, by, now()),
      { touches: 'nothing', lock: speaker.id },
    )
    return problem ? withProblem(form, 'email', problem) : form
  }

  async function ofOrganiser(request: FastifyRequest<Profile>) {
    const found = await ownMeeting(db, request)
    const speaker = (await speakerOf(db, found.project, request.params.speaker)) ?? notFound()
    const action = paths.speakerProfileDo(found.project, found.meeting, speaker, 'guardian')
    return { ...found, ...(await standing(speaker)), action }
  }

  async function ofSpeaker(request: FastifyRequest<Own>) {
    const { token } = request.params
    const { project, speaker } = (await speakerHeldBy(db, token, now())) ?? notFound()
    return { project, token, ...(await standing(speaker)), action: paths.speakerDo(token, 'guardian') }
  }

  async function standing(speaker: Speaker) {
    const answers = await guardiansOf(db, speaker)
    return { speaker, answers, standing: guardianStanding(answers) }
  }
}

type Young = { project: Project; speaker: Speaker }

function languageFor({ project, speaker }: Young) {
  return speaker.locale ?? project.locales[0] ?? 'lv'
}
