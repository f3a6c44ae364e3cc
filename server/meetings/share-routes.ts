import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { isLocale } from '../../db/languages.ts'
import { cardWords } from '../../views/meetings/card-words.ts'
import { sharePage } from '../../views/meetings/share.ts'
import { paths } from '../../views/paths.ts'
import { etagOf, isUnchanged } from '../etag.ts'
import type { House } from '../house.ts'
import { sayTo } from '../language.ts'
import { qrPng, qrSvg } from '../qr.ts'
import { notFound } from '../refusal.ts'
import { keepCards } from './kept-cards.ts'
import { ownMeeting } from './own-meeting.ts'
import { type Found, publicMeeting } from './queries.ts'

type Address = { Params: { project: string; meeting: string } }
type Type = keyof typeof codes

const codes = { png: { type: 'image/png', draw: qrPng }, svg: { type: 'image/svg+xml', draw: qrSvg } } as const
const shapes = ['card', 'story'] as const

/** What organisers take along to tell of a meeting; of a draft already, to have it ready. */
export function shareRoutes(app: FastifyInstance, { db, config: { publicUrl } }: House): void {
  const cards = keepCards()
  const own = '/organise/:project/:meeting/share'

  app.get<Address & { Querystring: { in?: string } }>(
    own,
    { config: { access: 'organiser' } },
    async (request, reply) => {
      const found = await ownMeeting(db, request)
      const locale = isLocale(request.query.in) ? request.query.in : (found.project.locales[0] ?? 'lv')
      return reply.page(sharePage(sayTo(request), { ...found, locale, publicUrl }))
    },
  )

  for (const shape of shapes) {
    app.get<Address>(`${own}/${shape}.png`, { config: { access: 'organiser' } }, async (request, reply) => {
      const { project, meeting } = await ownMeeting(db, request)
      const { bytes, etag } = await cards(cardWords(sayTo(request), project, meeting, publicUrl), shape)
      return send(request, reply, { type: 'image/png', bytes, etag })
    })
  }

  for (const type of ['png', 'svg'] as const) {
    app.get<Address>(`${own}/qr.${type}`, { config: { access: 'organiser' } }, async (request, reply) => {
      return await sendCode(request, reply, await ownMeeting(db, request), type)
    })
    app.get<Address>(`/:project/:meeting/qr.${type}`, { config: { access: 'anyone' } }, async (request, reply) => {
      return await sendCode(request, reply, (await publicMeeting(db, request.params)) ?? notFound(), type)
    })
  }

  async function sendCode(request: FastifyRequest, reply: FastifyReply, { project, meeting }: Found, type: Type) {
    const bytes = Buffer.from(await codes[type].draw(publicUrl + paths.meeting(project, meeting)))
    return send(request, reply, { type: codes[type].type, bytes, etag: etagOf(bytes) })
  }
}

type Picture = { type: string; bytes: Buffer; etag: string }

function send(request: FastifyRequest, reply: FastifyReply, { type, bytes, etag }: Picture): FastifyReply {
  reply.header('etag', etag).header('cache-control', 'private, no-cache').header('vary', 'accept-language, cookie')
  if (isUnchanged(request.headers['if-none-match'], etag)) return reply.code(304).send()
  return reply.type(type).send(bytes)
}
