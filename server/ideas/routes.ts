import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Project } from '../../db/schema.ts'
import { ideaSentPage, ideasPage } from '../../views/ideas/page.ts'
import { paths } from '../../views/paths.ts'
import { blankForm, type Form, readForm } from '../forms.ts'
import type { House } from '../house.ts'
import { languageOf, sayTo } from '../language.ts'
import { atMost } from '../limits.ts'
import { groupsOf, publicProject } from '../projects/queries.ts'
import { notFound } from '../refusal.ts'
import { knownVoter, voterOf } from '../room/voter.ts'
import { ideaForm } from './idea-form.ts'
import { putIdea } from './put-idea.ts'
import { ideasOf, ownWaiting } from './queries.ts'
import { voteForIdea } from './vote.ts'

type Address = { Params: { project: string } }
type IdeaAddress = { Params: { project: string; voice: string } }

/** The wall between meetings: ideas without an account, shown once approved, and votes. */
export function ideaRoutes(app: FastifyInstance, { db, now, config }: House): void {
  app.get<Address>('/:project/ideas', { config: { access: 'anyone' } }, async (request, reply) =>
    reply.page(await page(request, await ownProject(request), blankForm())),
  )

  app.post<Address>(
    '/:project/ideas',
    { config: { access: 'anyone', rateLimit: atMost.ideas } },
    async (request, reply) => {
      const project = await ownProject(request)
      const form = readForm(ideaForm(await groupsOf(db, project)), request.body)
      if (form.problems) return reply.code(422).page(await page(request, project, form))
      const by = { locale: languageOf(request), voterHash: voterOf(request, reply, project, config) }
      await putIdea(db, project, form.values, by, now())
      return reply.done(paths.ideasSent(project))
    },
  )

  app.get<Address>('/:project/ideas/sent', { config: { access: 'anyone' } }, async (request, reply) =>
    reply.page(ideaSentPage(sayTo(request), await ownProject(request))),
  )

  app.post<IdeaAddress>(
    '/:project/ideas/:voice/vote',
    { config: { access: 'anyone', rateLimit: atMost.ideaVotes } },
    async (request, reply) => {
      const project = await ownProject(request)
      const wanted = wishOf(request.body)
      await voteForIdea(db, project, request.params.voice, wanted, voterOf(request, reply, project, config), now())
      return reply.done(`${paths.ideas(project)}#voice-${request.params.voice}`)
    },
  )

  async function page(request: FastifyRequest, project: Project, form: Pick<Form<unknown>, 'typed' | 'problems'>) {
    const voter = knownVoter(request, project, config)
    const [ideas, waiting] = [await ideasOf(db, project, voter), await ownWaiting(db, project, voter)]
    return ideasPage(sayTo(request), { project, ideas, waiting, groups: await groupsOf(db, project) }, form)
  }

  async function ownProject(request: FastifyRequest<Address>): Promise<Project> {
    return (await publicProject(db, request.params.project)) ?? notFound()
  }
}

function wishOf(body: unknown): 'vote' | 'take-back' {
  return typeof body === 'object' && body !== null && 'wish' in body && body.wish === 'take-back' ? 'take-back' : 'vote'
}
