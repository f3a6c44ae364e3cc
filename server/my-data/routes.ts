import type { FastifyInstance, FastifyRequest } from 'fastify'
import { erasedPage, erasePage } from '../../views/my-data/erase.ts'
import { dataPage } from '../../views/my-data/page.ts'
import { dataText } from '../../views/my-data/text.ts'
import { paths } from '../../views/paths.ts'
import type { House } from '../house.ts'
import { sayTo } from '../language.ts'
import { isOver } from '../meetings/status.ts'
import { notFound } from '../refusal.ts'
import { heldBy, isLive } from '../registrations/queries.ts'
import { erase } from './erase.ts'
import { exported } from './export.ts'
import { everythingAbout, isLink } from './queries.ts'

type Address = { Params: { token: string } }

const page = '/mine/:token/data'

/** What the holder of a manage link finds out about what is held, takes along and has erased. */
export function myDataRoutes(app: FastifyInstance, { db, files, now }: House): void {
  app.get<Address>(page, { config: { access: 'link' } }, async (request, reply) => {
    return reply.page(dataPage(sayTo(request), await everything(request), request.params.token))
  })

  app.get<Address>(`${page}.json`, { config: { access: 'link' } }, async (request, reply) => {
    const file = JSON.stringify(exported(await everything(request), now()), null, 2)
    reply.header('content-disposition', 'attachment; filename="my-data.json"')
    return reply.header('cache-control', 'private, no-store').type('application/json; charset=utf-8').send(file)
  })

  app.get<Address>(`${page}.txt`, { config: { access: 'link' } }, async (request, reply) => {
    const file = dataText(sayTo(request), await everything(request))
    reply.header('content-disposition', 'attachment; filename="my-data.txt"')
    return reply.header('cache-control', 'private, no-store').type('text/plain; charset=utf-8').send(file)
  })

  app.get<Address>(`${page}/erase`, { config: { access: 'link' } }, async (request, reply) => {
    const held = (await heldBy(db, request.params.token, now())) ?? notFound()
    const live = isLive(held.registration) && !isOver(held.meeting, now())
    return reply.page(erasePage(sayTo(request), { ...held, token: request.params.token, live }))
  })

  app.post<Address>(`${page}/erase`, { config: { access: 'link' } }, async (request, reply) => {
    const { token } = request.params
    const held = await heldBy(db, token, now())
    // A second tap finds the link gone, and is answered like the first.
    if (!held) return (await isLink(db, token)) ? notFound() : reply.done(paths.erased)
    await erase(db, files, held.project, held.meeting, held.registration, now())
    return reply.done(paths.erased)
  })

  app.get('/privacy/erased', { config: { access: 'anyone' } }, async (request, reply) => {
    return reply.page(erasedPage(sayTo(request)))
  })

  async function everything(request: FastifyRequest<Address>) {
    const held = (await heldBy(db, request.params.token, now())) ?? notFound()
    return await everythingAbout(db, held, now())
  }
}
