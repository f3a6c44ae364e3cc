import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Article } from '../../db/schema.ts'
import { newsDeskPage } from '../../views/news/desk.ts'
import { articlePage } from '../../views/news/page.ts'
import { newsPaths } from '../../views/news-paths.ts'
import { blankForm, type Form, readForm } from '../forms.ts'
import type { House } from '../house.ts'
import { sayTo } from '../language.ts'
import { ownMeeting } from '../meetings/own-meeting.ts'
import { photosFor } from '../photos/shown.ts'
import { notFound } from '../refusal.ts'
import { toldStories } from './facts.ts'
import { articleForm, typedArticle } from './forms.ts'
import { publishArticle, unpublishArticle } from './publish-article.ts'
import { articleOf } from './queries.ts'
import { saveArticle } from './save-article.ts'

type Address = { Params: { meeting: string } }

const desk = '/organise/:project/:meeting/news'
const access = { config: { access: 'organiser' } } as const

/** Where a meeting's article is written, looked at and published. */
export function newsDeskRoutes(app: FastifyInstance, { db, now, config }: House): void {
  app.get<Address>(desk, access, async (request, reply) => reply.page(await page(request)))

  app.post<Address>(desk, access, async (request, reply) => {
    const { project, meeting, by } = await ownMeeting(db, request)
    const form = readForm(articleForm(project), request.body)
    if (form.problems) return reply.code(422).page(await page(request, form))
    const { version, photo, ...texts } = form.values
    const known = await photosFor(db, project, meeting, 'web', now())
    const input = { ...texts, photoIds: known.map(({ id }) => id).filter((id) => photo.includes(id)) }
    const overtaken = await saveArticle(db, { project, meeting }, version, input, by, now())
    if (overtaken) return reply.code(409).page(await page(request, form, overtaken.overtakenBy))
    return reply.done(newsPaths.newsDesk(project, meeting))
  })

  app.get<Address>(`${desk}/preview`, access, async (request, reply) => {
    const { project, meeting } = await ownMeeting(db, request)
    const article = (await articleOf(db, meeting)) ?? notFound()
    const stories = await toldStories(db, project, meeting)
    const photos = await photosFor(db, project, meeting, 'web', now())
    const view = { project, meeting, article, stories, photos, publicUrl: config.publicUrl }
    return reply.page({ ...articlePage(sayTo(request), view), personal: true })
  })

  for (const [deed, act] of [
    ['publish', publishArticle],
    ['unpublish', unpublishArticle],
  ] as const) {
    app.post<Address>(`${desk}/${deed}`, access, async (request, reply) => {
      const { by, ...where } = await ownMeeting(db, request)
      await act(db, where, by, now())
      return reply.done(newsPaths.newsDesk(where.project, where.meeting))
    })
  }

  async function page(request: FastifyRequest<Address>, form?: Form<unknown>, overtakenBy: Article | null = null) {
    const { project, meeting } = await ownMeeting(db, request)
    const article = await articleOf(db, meeting)
    const typed = article ? { ...typedArticle(article), version: String(article.version) } : { version: '0' }
    const photos = await photosFor(db, project, meeting, 'web', now())
    return newsDeskPage(sayTo(request), { project, meeting, article, photos, overtakenBy }, form ?? blankForm(typed))
  }
}
