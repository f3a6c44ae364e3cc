import type { FastifyInstance } from 'fastify'
import { articlePage } from '../../views/news/page.ts'
import type { House } from '../house.ts'
import { publicMeeting } from '../meetings/queries.ts'
import { photosFor } from '../photos/shown.ts'
import { notFound } from '../refusal.ts'
import { toldStories } from './facts.ts'
import { albumOpens, publishedArticle } from './queries.ts'

type Address = { Params: { project: string; meeting: string } }

/** What everybody reads of how a meeting went. */
export function newsRoutes(app: FastifyInstance, { db, now, config: { publicUrl } }: House): void {
  app.get<Address>('/:project/:meeting/news', { config: { access: 'anyone' } }, async (request, reply) => {
    return await reply.kept(async (say) => {
      const { project, meeting } = (await publicMeeting(db, request.params)) ?? notFound()
      const article = (await publishedArticle(db, meeting)) ?? notFound()
      const stories = await toldStories(db, project, meeting)
      const photos = await photosFor(db, project, meeting, 'web', now())
      const page = articlePage(say, { project, meeting, article, stories, photos, publicUrl })
      return { page, project: project.id, until: await albumOpens(db, [meeting], now()) }
    })
  })
}
