import type { FastifyInstance } from 'fastify'
import type { Meeting } from '../../db/schema.ts'
import { paths } from '../../views/paths.ts'
import { signUpSettingsPage } from '../../views/sign-up/settings.ts'
import { photoChannels } from '../consents/standing.ts'
import { blankForm, type Form, readForm, withProblem } from '../forms.ts'
import type { House } from '../house.ts'
import { sayTo } from '../language.ts'
import { ownMeeting } from '../meetings/own-meeting.ts'
import { groupsOf } from '../projects/queries.ts'
import { signUpForm, typedSignUp } from './form.ts'
import { reservedOf } from './queries.ts'
import { breaksPromise, type SignUpSettings, setSignUp } from './settings.ts'

type Address = { Params: { meeting: string } }

const settings = '/organise/:project/:meeting/sign-up'

/** Where organisers say how people register for a meeting. */
export function signUpRoutes(app: FastifyInstance, { db, now }: House): void {
  app.get<Address>(settings, { config: { access: 'organiser' } }, async (request, reply) => {
    const { project, meeting } = await ownMeeting(db, request)
    const [groups, reserved] = await Promise.all([groupsOf(db, project), reservedOf(db, meeting)])
    const form = blankForm(typedSignUp(meeting, reserved))
    return reply.page(signUpSettingsPage(sayTo(request), { project, meeting, groups, channels: photoChannels }, form))
  })

  app.post<Address>(settings, { config: { access: 'organiser' } }, async (request, reply) => {
    const { project, meeting, by } = await ownMeeting(db, request)
    const groups = await groupsOf(db, project)
    const form = await kept(meeting, readForm(signUpForm(meeting, groups), request.body))
    if (form.problems) {
      return reply
        .code(422)
        .page(signUpSettingsPage(sayTo(request), { project, meeting, groups, channels: photoChannels }, form))
    }
    await setSignUp(db, project, meeting, form.values, by, now())
    return reply.done(paths.signUp(project, meeting))
  })

  async function kept(meeting: Meeting, form: Form<SignUpSettings>): Promise<Form<SignUpSettings>> {
    const isBroken = form.values && (await breaksPromise(db, meeting, form.values))
    return isBroken ? withProblem(form, 'keepDays', 'sign-up.longer', { days: meeting.keepDays }) : form
  }
}
