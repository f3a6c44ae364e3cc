import type { FastifyInstance } from 'fastify'
import { heldPage } from '../../views/retention/held.ts'
import { projectOf } from '../access.ts'
import type { House } from '../house.ts'
import { sayTo } from '../language.ts'
import { heldIn } from './held.ts'

/** What is still held of people, and until when. */
export function retentionRoutes(app: FastifyInstance, { db }: House): void {
  app.get('/organise/:project/held', { config: { access: 'organiser' } }, async (request, reply) => {
    const project = projectOf(request)
    return reply.page(heldPage(sayTo(request), project, await heldIn(db, project)))
  })
}
