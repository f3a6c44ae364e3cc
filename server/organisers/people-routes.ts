import type { FastifyInstance, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { Role } from '../../db/schema.ts'
import { peoplePage } from '../../views/organisers/people.ts'
import { paths } from '../../views/paths.ts'
import { organiserOf, projectOf, roleOf } from '../access.ts'
import { choice, emailAddress, line } from '../fields.ts'
import { blankForm, type Form, readForm } from '../forms.ts'
import type { House } from '../house.ts'
import { sayTo } from '../language.ts'
import { meetingsOf } from '../meetings/queries.ts'
import { Refusal } from '../refusal.ts'
import { changeRole, invite, removeColleague } from './people.ts'
import { helpersOf, membersOf } from './queries.ts'

type Colleague = { Params: { colleague: string } }

const role = choice<Role>(['owner', 'organiser', 'door', 'moderator', 'answerer'])
const invitation = z.object({ name: line(100), email: emailAddress(), role })
const newRole = z.object({ role })

export function peopleRoutes(app: FastifyInstance, { db, now }: House): void {
  app.get('/organise/:project/people', { config: { access: 'organiser' } }, async (request, reply) => {
    return reply.page(await page(request, blankForm({ role: 'organiser' })))
  })

  app.post('/organise/:project/people', { config: { access: 'owner' } }, async (request, reply) => {
    const project = projectOf(request)
    const form = readForm(invitation, request.body)
    if (form.problems) return reply.code(422).page(await page(request, form))
    await invite(db, project, form.values, organiserOf(request), now())
    return reply.done(paths.people(project))
  })

  app.post<Colleague>(
    '/organise/:project/people/:colleague/role',
    { config: { access: 'owner' } },
    async (request, reply) => {
      const project = projectOf(request)
      const form = readForm(newRole, request.body)
      if (form.problems) throw new Refusal('problem.choice', {}, 422)
      const colleague = { id: request.params.colleague }
      await changeRole(db, project, colleague, form.values.role, organiserOf(request), now())
      return reply.done(paths.people(project))
    },
  )

  app.post<Colleague>(
    '/organise/:project/people/:colleague/remove',
    { config: { access: 'owner' } },
    async (request, reply) => {
      const project = projectOf(request)
      const organiser = organiserOf(request)
      const colleague = { id: request.params.colleague }
      await removeColleague(db, project, colleague, organiser, now())
      return reply.done(colleague.id === organiser.id ? paths.organise : paths.people(project))
    },
  )

  async function page(request: FastifyRequest, form: Pick<Form<unknown>, 'typed' | 'problems'>) {
    const project = projectOf(request)
    const helping = await helpersOf(db, await meetingsOf(db, project))
    const people = { project, members: await membersOf(db, project), helping, own: roleOf(request) }
    return peoplePage(sayTo(request), people, form)
  }
}
