import type { FastifyInstance } from 'fastify'
import { producedPage } from '../../views/materials/produced.ts'
import { mayIn } from '../access.ts'
import { sendFile } from '../files/send-file.ts'
import type { House } from '../house.ts'
import { publicMeetingsOf } from '../meetings/queries.ts'
import { albumOpens } from '../news/queries.ts'
import { publicProject } from '../projects/queries.ts'
import { notFound } from '../refusal.ts'
import { producedIn } from './produced.ts'
import { isForEverybody, materialWithPlace } from './queries.ts'
import { materialKey } from './store.ts'

/** What everybody sees of materials: a project's page of them, and each file as one to keep. */
export function materialRoutes(app: FastifyInstance, house: House): void {
  const { db, files, now } = house

  app.get<{ Params: { project: string } }>('/:project/materials', { config: { access: 'anyone' } }, (request, reply) =>
    reply.kept(async (say) => {
      const project = (await publicProject(db, request.params.project)) ?? notFound()
      const produced = await producedIn(db, project, now())
      const until = await albumOpens(db, await publicMeetingsOf(db, project), now())
      return { page: producedPage(say, produced), project: project.id, until }
    }),
  )

  app.get<{ Params: { material: string } }>(
    '/materials/:material',
    { config: { access: 'anyone' } },
    async (request, reply) => {
      const placed = (await materialWithPlace(db, request.params.material)) ?? notFound()
      const { id, name, type } = placed.material
      if (!type) return notFound()
      const sent = { id, name, type, plainName: 'file' }
      const key = materialKey(placed.material)
      if (await isForEverybody(db, placed)) return await sendFile(request, reply, files, key, sent, 'everybody')
      const may = await mayIn(house, request, placed.project.slug)
      if (!may('organiser', placed.meeting)) return notFound()
      return await sendFile(request, reply, files, key, sent, 'few')
    },
  )
}
