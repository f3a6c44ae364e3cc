import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Localised } from '../../db/languages.ts'
import { type DraftedWords, draftWords } from '../../views/news/draft.ts'
import { redraftPage } from '../../views/news/redraft.ts'
import { newsPaths } from '../../views/news-paths.ts'
import { say } from '../../views/say.ts'
import { readForm } from '../forms.ts'
import type { House } from '../house.ts'
import { sayTo } from '../language.ts'
import { ownMeeting } from '../meetings/own-meeting.ts'
import { photosFor } from '../photos/shown.ts'
import { notFound } from '../refusal.ts'
import { newsFacts } from './facts.ts'
import { type ArticleInput, begunFrom } from './forms.ts'
import { articleOf } from './queries.ts'
import { draftArticle, type Where } from './save-article.ts'

type Address = { Params: { meeting: string } }

const draft = '/organise/:project/:meeting/news/draft'
const access = { config: { access: 'organiser' } } as const
const draftedPhotos = 6

/** Where a meeting's article is drafted from its data, and drafted anew. */
export function newsDraftRoutes(app: FastifyInstance, { db, now }: House): void {
  app.get<Address>(draft, access, async (request, reply) => await redraft(request, reply))

  app.post<Address>(draft, access, async (request, reply) => {
    const { by, ...where } = await ownMeeting(db, request)
    const { version } = readForm(begunFrom, request.body).values ?? { version: 0 }
    const overtaken = await draftArticle(db, where, version, await drafted(where), by, now())
    if (overtaken) return await redraft(request, reply.code(409))
    return reply.done(newsPaths.newsDesk(where.project, where.meeting))
  })

  async function redraft(request: FastifyRequest<Address>, reply: FastifyReply): Promise<FastifyReply> {
    const { project, meeting } = await ownMeeting(db, request)
    const article = (await articleOf(db, meeting)) ?? notFound()
    const view = { project, meeting, article, draft: await drafted({ project, meeting }) }
    return reply.page(redraftPage(sayTo(request), view))
  }

  async function drafted({ project, meeting }: Where): Promise<ArticleInput> {
    const facts = await newsFacts(db, project, meeting, now())
    const all = project.locales.map((locale) => draftWords(say(locale), project, meeting, facts))
    const inAll = (part: keyof DraftedWords): Localised =>
      Object.fromEntries(project.locales.map((locale, i) => [locale, all[i]?.[part] ?? '']))
    const photos = await photosFor(db, project, meeting, 'web', now())
    const photoIds = photos.slice(0, draftedPhotos).map(({ id }) => id)
    return { title: inAll('title'), lead: inAll('lead'), text: inAll('text'), photoIds }
  }
}
