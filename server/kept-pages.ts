import { brotliCompressSync, constants } from 'node:zlib'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Page } from '../views/page.ts'
import { type Say, say } from '../views/say.ts'
import { etagOf, isUnchanged } from './etag.ts'
import { forgetWhenTouched } from './forget-when-touched.ts'
import type { House } from './house.ts'
import { languageOf } from './language.ts'
import { rememberLanguage, wholePage } from './pages.ts'

type Kept = {
  plain: Buffer
  brotli: Buffer
  etag: string
  status: number
  /** Of the epoch; Infinity: never. A number, since it is compared at every request. */
  untilMs: number
  project: string
}

export type Fresh = {
  page: Page
  /** The project whose writes make it stale, or 'everything' for pages about all projects. */
  project: string
  /** When it becomes untrue by itself; null: never. */
  until: Temporal.Instant | null
  /** 200, unless it says that something is gone. */
  status?: number
}

declare module 'fastify' {
  interface FastifyReply {
    /** Sends a public page out of the kept ones, or makes it. `make` must look at nothing of the reader's but the language. */
    kept(make: (say: Say) => Promise<Fresh>): Promise<FastifyReply>
  }
}

const most = 500

/**
 * Public pages are made once per address and language, and their bytes (plain and compressed) kept until a write
 * touches their project.
 */
export function decorateKeptPages(app: FastifyInstance, house: House): void {
  const kept = new Map<string, Kept>()
  const touches = forgetWhenTouched(house.db, kept)
  app.decorateReply('kept', async function (make) {
    const locale = languageOf(this.request)
    const key = `${locale} ${this.request.url.split('?')[0]}`
    const found = kept.get(key)
    if (found && house.now().epochMilliseconds < found.untilMs) return answer(this.request, this, house, found)
    const before = touches()
    const made = render(this.request, house, await make(say(locale)))
    if (kept.size >= most) kept.clear()
    if (touches() === before) kept.set(key, made)
    return answer(this.request, this, house, made)
  })
}

function render(request: FastifyRequest, house: House, { page, project, until, status = 200 }: Fresh): Kept {
  const plain = Buffer.from(wholePage(page, request, house.config))
  const brotli = brotliCompressSync(plain, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } })
  return { plain, brotli, etag: etagOf(plain), status, untilMs: until?.epochMilliseconds ?? Infinity, project }
}

function answer(
  request: FastifyRequest,
  reply: FastifyReply,
  { config }: House,
  { plain, brotli, etag, status }: Kept,
): FastifyReply {
  rememberLanguage(request, reply, config)
  reply
    .header('vary', 'accept-language, cookie, accept-encoding')
    .header('cache-control', 'private, no-cache')
    .header('etag', etag)
  if (isUnchanged(request.headers['if-none-match'], etag)) return reply.code(304).send()
  reply.code(status).type('text/html; charset=utf-8')
  if (!/\bbr\b/.test(request.headers['accept-encoding'] ?? '')) return reply.send(plain)
  return reply.header('content-encoding', 'br').send(brotli)
}
