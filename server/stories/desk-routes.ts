import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Call, Meeting, Project } from '../../db/schema.ts'
import { paths } from '../../views/paths.ts'
import { type StoriesView, storiesPage } from '../../views/stories/desk.ts'
import { organiserOf, projectOf } from '../access.ts'
import { usualMinutes } from '../agenda/session-types.ts'
import { blankForm, type Form, readForm } from '../forms.ts'
import type { House } from '../house.ts'
import { sayTo } from '../language.ts'
import { meetingOf } from '../meetings/queries.ts'
import { notFound } from '../refusal.ts'
import { callForm, storyTypes } from './call-form.ts'
import { callState, zoneOf } from './call-state.ts'
import { listStories, storyLookOf, storySorts, storyStatuses } from './list.ts'
import { callOf } from './queries.ts'
import { setCall } from './set-call.ts'
import { typedCall } from './typed.ts'

type Address = { Params: { project: string; meeting?: string }; Querystring: Record<string, string> }

/** Where organisers call for stories, and look through what was brought. */
export function storyDeskRoutes(app: FastifyInstance, { db, now }: House): void {
  for (const address of ['/organise/:project/call', '/organise/:project/:meeting/call']) {
    app.get<Address>(address, { config: { access: 'organiser' } }, async (request, reply) => {
      const { project, meeting, call } = await placeOf(request)
      return reply.page(await page(request, blankForm(typedNow(project, meeting, call))))
    })

    app.post<Address>(address, { config: { access: 'organiser' } }, async (request, reply) => {
      const { project, meeting } = await placeOf(request)
      const form = readForm(callForm(project, meeting), request.body)
      if (form.problems) return reply.code(422).page(await page(request, form))
      await setCall(db, project, meeting, form.values, organiserOf(request), now())
      return reply.done(paths.stories(project, meeting))
    })
  }

  async function placeOf(request: FastifyRequest<Address>) {
    const project = projectOf(request)
    const { meeting: slug } = request.params
    const meeting = slug === undefined ? null : ((await meetingOf(db, project, slug)) ?? notFound())
    return { project, meeting, call: await callOf(db, project, meeting) }
  }

  async function page(request: FastifyRequest<Address>, form: Pick<Form<unknown>, 'typed' | 'problems'>) {
    const { project, meeting, call } = await placeOf(request)
    const look = storyLookOf(request.query)
    const list = call ? await listStories(db, call, look, organiserOf(request)) : null
    const view: StoriesView = {
      ...{ project, meeting, call, look, list, statuses: storyStatuses, sorts: storySorts },
      state: call && callState({ project, meeting, call }, now()),
      zone: zoneOf({ project, meeting }),
      kinds: storyTypes.map((type) => ({ type, minutes: usualMinutes[type] })),
    }
    return storiesPage(sayTo(request), view, form)
  }
}

function typedNow(project: Project, meeting: Meeting | null, call: Call | null) {
  return call ? typedCall(call, zoneOf({ project, meeting })) : { 'types.story': 'yes' }
}
