import type { FastifyInstance } from 'fastify'
import { answersPage } from '../../views/dialogue/answered.ts'
import type { House } from '../house.ts'
import { publicProject } from '../projects/queries.ts'
import { notFound } from '../refusal.ts'
import { answersShown } from './shown.ts'

/** Questions come in, and days pass: what is owed is counted anew so often. */
const holds = { minutes: 1 }

/** What was asked, and what was answered. */
export function dialogueRoutes(app: FastifyInstance, { db, now }: House): void {
  app.get<{ Params: { project: string } }>('/:project/answers', { config: { access: 'anyone' } }, (request, reply) =>
    reply.kept(async (say) => {
      const project = (await publicProject(db, request.params.project)) ?? notFound()
      const page = answersPage(say, await answersShown(db, project, now()))
      return { page, project: project.id, until: now().add(holds) }
    }),
  )
}
