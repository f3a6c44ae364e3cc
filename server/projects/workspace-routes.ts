import type { FastifyInstance } from 'fastify'
import { paths } from '../../views/paths.ts'
import { newProjectPage } from '../../views/projects/new.ts'
import { workspacePage } from '../../views/projects/workspace.ts'
import { mayOf, organiserOf, projectOf } from '../access.ts'
import { blankForm, readForm, withProblem } from '../forms.ts'
import type { House } from '../house.ts'
import { sayTo } from '../language.ts'
import { meetingsOf } from '../meetings/queries.ts'
import { standings } from '../registrations/places/standing.ts'
import { undecided } from '../stories/queries.ts'
import { archiveProject, restoreProject } from './archive.ts'
import { createProject } from './create.ts'
import { projectForm } from './forms.ts'
import { publishProject } from './publish.ts'
import { slugTaken } from './queries.ts'
import { missingIn } from './ready.ts'
import { listed } from './series.ts'

const deeds = { publish: publishProject, archive: archiveProject, restore: restoreProject }

/** Beginning a project, and the page it is run from. */
export function projectWorkspaceRoutes(app: FastifyInstance, { db, now }: House): void {
  app.get('/organise/new', { config: { access: 'signed-in' } }, async (request, reply) => {
    const say = sayTo(request)
    return reply.page(newProjectPage(say, blankForm({ lead: say.locale, zone: 'Europe/Riga' })))
  })

  app.post('/organise/new', { config: { access: 'signed-in' } }, async (request, reply) => {
    const read = readForm(projectForm(null), request.body)
    const taken = read.values !== null && (await slugTaken(db, read.values.slug))
    const form = taken ? withProblem(read, 'slug', 'problem.taken') : read
    if (form.problems) return reply.code(422).page(newProjectPage(sayTo(request), form))
    const project = await createProject(db, form.values, organiserOf(request), now())
    return reply.done(paths.workspace(project))
  })

  app.get('/organise/:project', { config: { access: 'member' } }, async (request, reply) => {
    const [project, may] = [projectOf(request), mayOf(request)]
    const meetings = (await meetingsOf(db, project)).filter((meeting) => may('member', meeting))
    const places = await standings(db, meetings)
    const shown = meetings.map((meeting) => listed(meeting, places(meeting), now()))
    const stories = await undecided(db, project, null, now())
    return reply.page(
      workspacePage(sayTo(request), { project, meetings: shown, missing: missingIn(project), stories, may }),
    )
  })

  for (const [name, act] of Object.entries(deeds)) {
    app.post(`/organise/:project/settings/${name}`, { config: { access: 'organiser' } }, async (request, reply) => {
      const project = projectOf(request)
      await act(db, project, organiserOf(request), now())
      return reply.done(paths.workspace(project))
    })
  }
}
