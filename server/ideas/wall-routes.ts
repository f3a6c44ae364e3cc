import type { FastifyInstance } from 'fastify'
import { paths } from '../../views/paths.ts'
import { organiserOf, projectOf } from '../access.ts'
import type { House } from '../house.ts'
import { setWall } from './open-wall.ts'

/** Opening and closing the wall. */
export function wallRoutes(app: FastifyInstance, { db, now }: House): void {
  for (const [deed, wanted] of [
    ['open', 'open'],
    ['close', 'closed'],
  ] as const) {
    app.post(
      `/organise/:project/dialogue/wall/${deed}`,
      { config: { access: 'organiser' } },
      async (request, reply) => {
        const project = projectOf(request)
        await setWall(db, project, wanted, organiserOf(request), now())
        return reply.done(paths.dialogue(project))
      },
    )
  }
}
