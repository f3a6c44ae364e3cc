import type { FastifyInstance } from 'fastify'
import type { Meeting, Project } from '../../db/schema.ts'
import { copyPage } from '../../views/meetings/copy.ts'
import { newMeetingPage } from '../../views/meetings/new.ts'
import { overviewPage } from '../../views/meetings/overview.ts'
import { settingsPage } from '../../views/meetings/settings.ts'
import { paths } from '../../views/paths.ts'
import { organiserOf, projectOf } from '../access.ts'
import { draftChanges } from '../agenda/draft-changes.ts'
import { draftAgenda, releasedAgenda } from '../agenda/queries.ts'
import { planned } from '../agenda/release.ts'
import { blankForm, type Form, readForm, withProblem } from '../forms.ts'
import type { House } from '../house.ts'
import { sayTo } from '../language.ts'
import { standing } from '../registrations/seats.ts'
import { copyMeeting } from './copy-meeting.ts'
import { createMeeting } from './create-meeting.ts'
import { editMeeting } from './edit-meeting.ts'
import { copyForm, meetingForm } from './forms.ts'
import { ownMeeting } from './found.ts'
import { missing } from './missing.ts'
import { objections } from './objections.ts'
import { daysOf, type Found, lettersOf, peopleToTell } from './queries.ts'
import { statusOf } from './status.ts'
import { typedMeeting, typedNothing } from './typed.ts'
import { untranslated } from './untranslated.ts'

type Address = { Params: { meeting: string } }

/** Where organisers plan a meeting and see how it stands. */
export function planningRoutes(app: FastifyInstance, { db, now }: House): void {
  const organiser = { config: { access: 'organiser' as const } }

  app.get('/organise/:project/meetings/new', organiser, async (request, reply) => {
    const project = projectOf(request)
    return reply.page(newMeetingPage(sayTo(request), project, blankForm(typedNothing(project))))
  })

  app.post('/organise/:project/meetings/new', organiser, async (request, reply) => {
    const project = projectOf(request)
    const form = await checked(project, null, readForm(meetingForm(project, null), request.body))
    if (form.problems) return reply.code(422).page(newMeetingPage(sayTo(request), project, form))
    const meeting = await createMeeting(db, project, form.values, organiserOf(request), now())
    return reply.done(paths.overview(project, meeting))
  })

  app.get<Address>('/organise/:project/:meeting', organiser, async (request, reply) => {
    const found = await ownMeeting(db, request)
    return reply.page(overviewPage(sayTo(request), await overviewOf(found)))
  })

  app.get<Address>('/organise/:project/:meeting/settings', organiser, async (request, reply) => {
    const found = await ownMeeting(db, request)
    const typed = typedMeeting(found.meeting, await daysOf(db, found.meeting))
    return reply.page(settingsPage(sayTo(request), await settingsOf(found), blankForm(typed)))
  })

  app.post<Address>('/organise/:project/:meeting/settings', organiser, async (request, reply) => {
    const { project, meeting } = await ownMeeting(db, request)
    const form = await checked(project, meeting, readForm(meetingForm(project, meeting), request.body))
    if (form.problems) {
      return reply.code(422).page(settingsPage(sayTo(request), await settingsOf({ project, meeting }), form))
    }
    const edited = await editMeeting(db, project, meeting, form.values, organiserOf(request), now())
    return reply.done(paths.overview(project, edited))
  })

  app.get<Address>('/organise/:project/:meeting/copy', organiser, async (request, reply) => {
    const { project, meeting } = await ownMeeting(db, request)
    return reply.page(copyPage(sayTo(request), project, meeting, blankForm()))
  })

  app.post<Address>('/organise/:project/:meeting/copy', organiser, async (request, reply) => {
    const { project, meeting } = await ownMeeting(db, request)
    const form = await checked(project, null, readForm(copyForm(meeting), request.body))
    if (form.problems) return reply.code(422).page(copyPage(sayTo(request), project, meeting, form))
    const copy = await copyMeeting(db, project, meeting, form.values, organiserOf(request), now())
    return reply.done(paths.overview(project, copy))
  })

  /** The form with what only the database can object to. */
  async function checked<T extends { slug: string; capacity?: number }>(
    project: Project,
    meeting: Meeting | null,
    form: Form<T>,
  ): Promise<Form<T>> {
    if (form.problems) return form
    const found = await objections(db, project, meeting, form.values)
    return found.reduce((sofar: Form<T>, { field, key, values }) => withProblem(sofar, field, key, values), form)
  }

  async function settingsOf({ project, meeting }: Found) {
    const people = meeting.status === 'draft' ? 0 : await peopleToTell(db, meeting, now())
    return { project, meeting, people }
  }

  async function overviewOf({ project, meeting }: Found) {
    const released = await releasedAgenda(db, meeting)
    return {
      ...{ project, meeting },
      status: statusOf(meeting, now()),
      places: await standing(db, meeting),
      letters: await lettersOf(db, meeting),
      unreleased: draftChanges(released, planned(await draftAgenda(db, meeting))).length,
      untranslated: untranslated(project, meeting),
      lacks: missing(project, meeting),
    }
  }
}
