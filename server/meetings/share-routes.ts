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
  const [cards, drawn] = [keepCards(), keepCodes()]
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
    return send(request, reply, await drawn(type, publicUrl + paths.meeting(project, meeting)))
  }
}

const most = 200

/** A code in print takes a server a twentieth of a second, and anybody may ask for it: each is drawn once. */
function keepCodes(): (type: Type, address: string) => Promise<Picture> {
  const kept = new Map<string, Promise<Picture>>()
  return async (type, address) => {
    const key = `${type} ${address}`
    const known = kept.get(key) ?? draw(type, address)
    if (kept.size >= most) kept.clear()
    kept.set(key, known)
    return await known
  }
}

async function draw(type: Type, address: string): Promise<Picture> {
  const bytes = Buffer.from(await codes[type].draw(address))
  return { type: codes[type].type, bytes, etag: etagOf(bytes) }
}

type Picture = { type: string; bytes: Buffer; etag: string }

function send(request: FastifyRequest, reply: FastifyReply, { type, bytes, etag }: Picture): FastifyReply {
  reply.header('etag', etag).header('cache-control', 'private, no-cache').header('vary', 'accept-language, cookie')
  if (isUnchanged(request.headers['if-none-match'], etag)) return reply.code(304).send()
  return reply.type(type).send(bytes)
}
