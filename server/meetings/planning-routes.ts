import type { FastifyInstance } from 'fastify'
import { copyPage } from '../../views/meetings/copy.ts'
import { helperPage } from '../../views/meetings/helper-page.ts'
import { newMeetingPage } from '../../views/meetings/new.ts'
import { overviewPage } from '../../views/meetings/overview.ts'
import { settingsPage } from '../../views/meetings/settings.ts'
import { paths } from '../../views/paths.ts'
import { mayOf, organiserOf, projectOf } from '../access.ts'
import { blankForm, readForm } from '../forms.ts'
import type { House } from '../house.ts'
import { sayTo } from '../language.ts'
import { copyMeeting } from './copy-meeting.ts'
import { createMeeting } from './create-meeting.ts'
import { editMeeting } from './edit-meeting.ts'
import { copyForm, meetingForm } from './forms.ts'
import { withObjections } from './objections.ts'
import { overviewOf } from './overview.ts'
import { ownMeeting } from './own-meeting.ts'
import { daysOf, type Found, peopleToTell } from './queries.ts'
import { statusOf } from './status.ts'
import { typedMeeting, typedNothing } from './typed.ts'

type Address = { Params: { meeting: string } }

const fresh = '/organise/:project/meetings/new'
const one = '/organise/:project/:meeting'

/** Where organisers plan a meeting and see how it stands. */
export function planningRoutes(app: FastifyInstance, { db, now, config }: House): void {
  app.get(fresh, { config: { access: 'organiser' } }, async (request, reply) => {
    const project = projectOf(request)
    return reply.page(newMeetingPage(sayTo(request), project, blankForm(typedNothing(project))))
  })

  app.post(fresh, { config: { access: 'organiser' } }, async (request, reply) => {
    const project = projectOf(request)
    const form = await withObjections(db, project, null, readForm(meetingForm(project, null), request.body))
    if (form.problems) return reply.code(422).page(newMeetingPage(sayTo(request), project, form))
    const meeting = await createMeeting(db, project, form.values, organiserOf(request), now())
    return reply.done(paths.overview(project, meeting))
  })

  app.get<Address>(one, { config: { access: 'member' } }, async (request, reply) => {
    const found = await ownMeeting(db, request)
    const [say, may] = [sayTo(request), mayOf(request)]
    if (!may('organiser', found.meeting)) return reply.page(helperPage(say, found, statusOf(found.meeting, now()), may))
    return reply.page(overviewPage(say, await overviewOf(db, found, config.publicUrl, now()), may))
  })

  app.get<Address>(`${one}/settings`, { config: { access: 'organiser' } }, async (request, reply) => {
    const found = await ownMeeting(db, request)
    const typed = typedMeeting(found.meeting, await daysOf(db, found.meeting))
    return reply.page(settingsPage(sayTo(request), await settingsOf(found), blankForm(typed)))
  })

  app.post<Address>(`${one}/settings`, { config: { access: 'organiser' } }, async (request, reply) => {
    const { project, meeting, by } = await ownMeeting(db, request)
    const form = await withObjections(db, project, meeting, readForm(meetingForm(project, meeting), request.body))
    if (form.problems) {
      return reply.code(422).page(settingsPage(sayTo(request), await settingsOf({ project, meeting }), form))
    }
    const edited = await editMeeting(db, project, meeting, form.values, by, now())
    return reply.done(paths.overview(project, edited))
  })

  app.get<Address>(`${one}/copy`, { config: { access: 'project-organiser' } }, async (request, reply) => {
    const { project, meeting } = await ownMeeting(db, request)
    return reply.page(copyPage(sayTo(request), project, meeting, blankForm()))
  })

  app.post<Address>(`${one}/copy`, { config: { access: 'project-organiser' } }, async (request, reply) => {
    const { project, meeting, by } = await ownMeeting(db, request)
    const form = await withObjections(db, project, null, readForm(copyForm(meeting), request.body))
    if (form.problems) return reply.code(422).page(copyPage(sayTo(request), project, meeting, form))
    const copy = await copyMeeting(db, project, meeting, form.values, by, now())
    return reply.done(paths.overview(project, copy))
  })

  async function settingsOf({ project, meeting }: Found) {
    const people = meeting.status === 'draft' ? 0 : await peopleToTell(db, meeting, now())
    return { project, meeting, people }
  }
}
