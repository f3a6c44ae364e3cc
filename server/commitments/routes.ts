import type { FastifyInstance } from 'fastify'
import { commitmentsPage } from '../../views/commitments/page.ts'
import type { House } from '../house.ts'
import { publicMeetingsOf } from '../meetings/queries.ts'
import { publicProject } from '../projects/queries.ts'
import { notFound } from '../refusal.ts'
import { isOverdue, overdueHolds } from './overdue.ts'
import { publicCommitments } from './queries.ts'

/** "You said → we will → we did", for everybody. */
export function commitmentRoutes(app: FastifyInstance, { db, now }: House): void {
  app.get<{ Params: { project: string } }>(
    '/:project/commitments',
    { config: { access: 'anyone' } },
    (request, reply) =>
      reply.kept(async (say) => {
        const project = (await publicProject(db, request.params.project)) ?? notFound()
        const followed = await publicCommitments(db, project)
        const meetings = await publicMeetingsOf(db, project)
        const shown = followed.map((one) => ({ ...one, isOverdue: isOverdue(one.commitment, project, now()) }))
        const until = overdueHolds(
          followed.map(({ commitment }) => commitment),
          project,
          now(),
        )
        return { page: commitmentsPage(say, { project, meetings, shown }), project: project.id, until }
      }),
  )
}
