import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Project } from '../../db/schema.ts'
import type { House } from '../house.ts'
import { signedIn } from '../organisers/session.ts'
import { membership } from '../projects/queries.ts'
import { notFound } from '../refusal.ts'
import { isForEverybody, slidesWithPlace } from './queries.ts'
import { sendSlides } from './send.ts'

/** Slides to be downloaded: by everybody once they are published, until then by the project's organisers. */
export function slidesFileRoutes(app: FastifyInstance, house: House): void {
  const { db, config } = house

  app.get<{ Params: { id: string } }>('/slides/:id', { config: { access: 'anyone' } }, async (request, reply) => {
    const placed = (await slidesWithPlace(db, request.params.id)) ?? notFound()
    if (await isForEverybody(db, placed))
      return await sendSlides(request, reply, config.dataDir, placed.slides, 'everybody')
    if (!(await isOrganiser(house, request, placed.project))) return notFound()
    return await sendSlides(request, reply, config.dataDir, placed.slides, 'few')
  })
}

async function isOrganiser(house: House, request: FastifyRequest, { slug }: Project): Promise<boolean> {
  const asking = await signedIn(house, request)
  return asking !== null && (await membership(house.db, asking, slug)) !== null
}
