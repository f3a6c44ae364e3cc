import type { FastifyInstance, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { helpersPage } from '../../views/organisers/helpers.ts'
import { paths } from '../../views/paths.ts'
import { mayOf } from '../access.ts'
import { choice, emailAddress, line } from '../fields.ts'
import { blankForm, type Form, readForm } from '../forms.ts'
import type { House } from '../house.ts'
import { sayTo } from '../language.ts'
import { ownMeeting } from '../meetings/own-meeting.ts'
import { Refusal } from '../refusal.ts'
import { changeHelperRole, inviteHelper, removeHelper } from './help.ts'
import { helpersOf, membersOf } from './queries.ts'

type Address = { Params: { project: string; meeting: string } }
type Colleague = { Params: { project: string; meeting: string; colleague: string } }

const roles = ['organiser', 'door', 'moderator'] as const
const role = choice(roles)
const invitation = z.object({ name: line(100), email: emailAddress(), role })
const newRole = z.object({ role })

const people = '/organise/:project/:meeting/people'

/** Who helps with one meeting. Its own organisers see them; those of the project say who they are. */
export function helperRoutes(app: FastifyInstance, { db, now }: House): void {
  app.get<Address>(people, { config: { access: 'organiser' } }, async (request, reply) => {
    return reply.page(await page(request, blankForm({ role: 'door' })))
  })

  app.post<Address>(people, { config: { access: 'project-organiser' } }, async (request, reply) => {
    const { project, meeting, by } = await ownMeeting(db, request)
    const form = readForm(invitation, request.body)
    if (form.problems) return reply.code(422).page(await page(request, form))
    await inviteHelper(db, project, meeting, form.values, by, now())
    return reply.done(paths.helpers(project, meeting))
  })

  const one = `${people}/:colleague`
  app.post<Colleague>(`${one}/role`, { config: { access: 'project-organiser' } }, async (request, reply) => {
    const { project, meeting, by } = await ownMeeting(db, request)
    const form = readForm(newRole, request.body)
    if (form.problems) throw new Refusal('problem.choice', {}, 422)
    await changeHelperRole(db, project, meeting, { id: request.params.colleague }, form.values.role, by, now())
    return reply.done(paths.helpers(project, meeting))
  })

  app.post<Colleague>(`${one}/remove`, { config: { access: 'project-organiser' } }, async (request, reply) => {
    const { project, meeting, by } = await ownMeeting(db, request)
    await removeHelper(db, project, meeting, { id: request.params.colleague }, by, now())
    return reply.done(paths.helpers(project, meeting))
  })

  async function page(request: FastifyRequest<Address>, form: Pick<Form<unknown>, 'typed' | 'problems'>) {
    const { project, meeting } = await ownMeeting(db, request)
    const members = await membersOf(db, project)
    const helping = await helpersOf(db, [meeting])
    const mayChange = mayOf(request)('project-organiser')
    return helpersPage(sayTo(request), { project, meeting, members, helping, mayChange }, form)
  }
}
