import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Project } from '../../db/schema.ts'
import { ideaSentPage, ideasPage } from '../../views/ideas/page.ts'
import { paths } from '../../views/paths.ts'
import { blankForm, type Form, readForm } from '../forms.ts'
import type { House } from '../house.ts'
import { languageOf, sayTo } from '../language.ts'
import { atMost } from '../limits.ts'
import { groupsOf, publicProject } from '../projects/queries.ts'
import { notFound } from '../refusal.ts'
import { hashOf, newToken } from '../secrets.ts'
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
      const by = { locale: languageOf(request), voterHash: voterOf(request, reply, project) }
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
      await voteForIdea(db, project, request.params.voice, wanted, voterOf(request, reply, project), now())
      return reply.done(`${paths.ideas(project)}#voice-${request.params.voice}`)
    },
  )

  async function page(request: FastifyRequest, project: Project, form: Pick<Form<unknown>, 'typed' | 'problems'>) {
    const voter = knownVoter(request, project)
    const [ideas, waiting] = [await ideasOf(db, project, voter), await ownWaiting(db, project, voter)]
    return ideasPage(sayTo(request), { project, ideas, waiting, groups: await groupsOf(db, project) }, form)
  }

  async function ownProject(request: FastifyRequest<Address>): Promise<Project> {
    return (await publicProject(db, request.params.project)) ?? notFound()
  }

  /** A random name for this browser in this project, of which the hash alone is kept. */
  function voterOf(request: FastifyRequest, reply: FastifyReply, project: Project): string {
    const value = request.cookies[cookieOf(project)] || newToken()
    const secure = config.publicUrl.startsWith('https:')
    const manners = { path: '/', httpOnly: true, sameSite: 'lax' as const, secure, maxAge: 180 * 24 * 3600 }
    reply.setCookie(cookieOf(project), value, manners)
    return hashOf(value)
  }
}

function knownVoter(request: FastifyRequest, project: Project): string | null {
  const value = request.cookies[cookieOf(project)]
  return value ? hashOf(value) : null
}

function cookieOf({ slug }: Project): string {
  return `voter-${slug}`
}

function wishOf(body: unknown): 'vote' | 'take-back' {
  return typeof body === 'object' && body !== null && 'wish' in body && body.wish === 'take-back' ? 'take-back' : 'vote'
}
