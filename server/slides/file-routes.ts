import type { FastifyInstance } from 'fastify'
import { mayIn } from '../access.ts'
import type { House } from '../house.ts'
import { notFound } from '../refusal.ts'
import { isForEverybody, slidesWithPlace } from './queries.ts'
import { sendSlides } from './send.ts'

/** Slides to be downloaded: by everybody once they are published, until then by the project's organisers. */
export function slidesFileRoutes(app: FastifyInstance, house: House): void {
  const { db, files } = house

  app.get<{ Params: { id: string } }>('/slides/:id', { config: { access: 'anyone' } }, async (request, reply) => {
    const placed = (await slidesWithPlace(db, request.params.id)) ?? notFound()
    if (await isForEverybody(db, placed)) return await sendSlides(request, reply, files, placed.slides, 'everybody')
    const may = await mayIn(house, request, placed.project.slug)
    if (!may('organiser', placed.meeting)) return notFound()
    return await sendSlides(request, reply, files, placed.slides, 'few')
  })
}
