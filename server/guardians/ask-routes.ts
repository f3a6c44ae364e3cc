import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Locale } from '../../db/languages.ts'
import type { Organiser, Project, Speaker } from '../../db/schema.ts'
import { askGuardianPage, ownGuardianPage } from '../../views/guardians/ask-page.ts'
import { paths } from '../../views/paths.ts'
import { blankForm, readForm, withProblem } from '../forms.ts'
import type { House } from '../house.ts'
import { sayTo } from '../language.ts'
import { notFound } from '../refusal.ts'
import { speakerIn } from '../speakers/own-speaker.ts'
import { speakerHeldBy } from '../speakers/queries.ts'
import { askGuardian } from './ask.ts'
import { askForm } from './forms.ts'
import { nameOwnGuardian } from './minor.ts'
import { ownGuardians } from './own.ts'
import { guardiansOf } from './queries.ts'
import { guardianStanding } from './rules.ts'
import { withdrawForGuardian } from './withdraw.ts'

type Own = { Params: { token: string } }
type Profile = { Params: { project: string; meeting: string; speaker: string } }

const profile = '/organise/:project/:meeting/speakers/:speaker/guardian'

/** Where young speakers and organisers ask a guardian. */
export function askGuardianRoutes(app: FastifyInstance, { db, now }: House): void {
  app.get<Profile>(profile, { config: { access: 'organiser' } }, async (request, reply) => {
    const view = await ofOrganiser(request)
    return reply.page(askGuardianPage(sayTo(request), view, blankForm({ guardianLanguage: languageFor(view) })))
  })

  app.post<Profile>(profile, { config: { access: 'organiser' } }, async (request, reply) => {
    const view = await ofOrganiser(request)
    const form = asking(request, view)
    if (form.problems) return reply.code(422).page(askGuardianPage(sayTo(request), view, form))
    const problem = await ask(view, form.values)
    if (problem)
      return reply.code(422).page(askGuardianPage(sayTo(request), view, withProblem(form, 'guardianEmail', problem)))
    return reply.done(paths.speakerProfile(view.project, view.meeting, view.speaker))
  })

  app.post<Profile>(`${profile}/withdraw`, { config: { access: 'organiser' } }, async (request, reply) => {
    const { project, meeting, speaker, by } = await ofOrganiser(request)
    await withdrawForGuardian(db, project, speaker, by, now())
    return reply.done(paths.speakerProfile(project, meeting, speaker))
  })

  app.get<Own>('/speaker/:token/guardian', { config: { access: 'link' } }, async (request, reply) => {
    const view = await ofSpeaker(request)
    return reply.page(ownGuardianPage(sayTo(request), view, blankForm({ guardianLanguage: languageFor(view) })))
  })

  app.post<Own>('/speaker/:token/guardian', { config: { access: 'link' } }, async (request, reply) => {
    const view = await ofSpeaker(request)
    const form = asking(request, view)
    if (form.problems) return reply.code(422).page(ownGuardianPage(sayTo(request), view, form))
    const problem = await nameOwnGuardian(db, view.project, view.speaker, guardianIn(form.values), now())
    if (problem)
      return reply.code(422).page(ownGuardianPage(sayTo(request), view, withProblem(form, 'guardianEmail', problem)))
    return reply.done(paths.speaker(view.token))
  })

  async function ask({ project, speaker, by }: Young & { by: Organiser }, values: Asked) {
    const reach = { touches: 'nothing', lock: speaker.id }
    return await db.transact((tx) => askGuardian(tx, project, speaker, guardianIn(values), by, now()), reach)
  }

  function asking(request: FastifyRequest, young: Young) {
    return readForm(askForm(languageFor(young)), request.body)
  }

  async function ofOrganiser(request: FastifyRequest<Profile>) {
    const { speaker, ...found } = await speakerIn(db, request)
    const action = paths.speakerProfileDo(found.project, found.meeting, speaker, 'guardian')
    const answers = await guardiansOf(db, speaker)
    return { ...found, speaker, answers, standing: guardianStanding(answers), action }
  }

  async function ofSpeaker(request: FastifyRequest<Own>) {
    const { token } = request.params
    const { project, speaker } = (await speakerHeldBy(db, token, now())) ?? notFound()
    return { project, token, ...(await ownGuardians(db, speaker, token)) }
  }
}

type Young = { project: Project; speaker: Speaker }
type Asked = { guardianEmail: string; guardianLanguage: Locale }

function guardianIn({ guardianEmail: email, guardianLanguage: locale }: Asked) {
  return { email, locale }
}

function languageFor({ project, speaker }: Young) {
  return speaker.locale ?? project.locales[0] ?? 'lv'
}
