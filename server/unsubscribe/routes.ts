import multipart from '@fastify/multipart'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { paths } from '../../views/paths.ts'
import { unsubscribePage } from '../../views/unsubscribe/page.ts'
import type { House } from '../house.ts'
import { sayTo } from '../language.ts'
import { notFound } from '../refusal.ts'
import { subscriptionHeldBy } from './queries.ts'
import { subscribeAgain, unsubscribe } from './unsubscribe.ts'
import { isUnsubscribed } from './unsubscribed.ts'

type Address = { Params: { news: string } }

const link = '/unsubscribe/:news'

/** Mail programs send the POST by themselves (RFC 8058 3.2): as one kind of form or the other; they follow no redirect. */
export function unsubscribeRoutes(app: FastifyInstance, { db, now }: House): void {
  app.get<Address>(link, { config: { access: 'link' } }, async (request, reply) => reply.page(await page(request)))

  app.post<Address>(`${link}/undo`, { config: { access: 'link' } }, async (request, reply) => {
    await subscribeAgain(db, await subscription(request))
    return reply.done(paths.unsubscribe(request.params.news))
  })

  app.register(async (oneClick) => {
    await oneClick.register(multipart, {
      limits: { files: 0, fields: 4, parts: 4, fieldSize: 200 },
      attachFieldsToBody: true,
    })
    oneClick.post<Address>(link, { config: { access: 'link' } }, async (request, reply) => {
      await unsubscribe(db, await subscription(request), now())
      return reply.page(await page(request))
    })
  })

  async function page(request: FastifyRequest<Address>) {
    const { project, addressHash } = await subscription(request)
    const isOut = await isUnsubscribed(db, project, addressHash)
    return unsubscribePage(sayTo(request), { project, isOut, token: request.params.news })
  }

  async function subscription({ params }: FastifyRequest<Address>) {
    return (await subscriptionHeldBy(db, params.news, now())) ?? notFound()
  }
}
