import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { layout } from '../views/layout.ts'
import type { Page } from '../views/page.ts'
import { lateOf, mayOf } from './access.ts'
import { asset } from './assets.ts'
import type { Config } from './config.ts'
import { chosenLanguage } from './language.ts'
import { giveCookie } from './organisers/cookies.ts'

declare module 'fastify' {
  interface FastifyReply {
    /** Sends a whole page, or the one fragment of it that htmx asked to swap. */
    page(page: Page): FastifyReply
    /** After a deed: browsers go on to `path`; htmx gets the page's fragment, if one is given. */
    done(path: string, page?: Page): FastifyReply
  }
}

export function decoratePages(app: FastifyInstance, config: Config): void {
  app.decorateReply('page', function (page) {
    return sendPage(this.request, this, page, config)
  })
  app.decorateReply('done', function (path, page) {
    const fragment = page ? wantedFragment(this.request, page) : undefined
    return fragment && page ? this.page(page) : leadOn(this.request, this, path)
  })
}

/** The whole page as it goes out, for those who keep its bytes. */
export function wholePage(page: Page, request: FastifyRequest, config: Config): string {
  const [may, late] = [mayOf(request), lateOf(request)]
  return layout(page, { asset, publicUrl: config.publicUrl, path: pathOf(request), may, late }).markup
}

export function rememberLanguage(request: FastifyRequest, reply: FastifyReply, config: Config): void {
  if (request.routeOptions.config.embedded) return
  const chosen = chosenLanguage(request)
  if (chosen) giveCookie(reply, config, 'lang', chosen, 365 * 24 * 3600)
}

function sendPage(request: FastifyRequest, reply: FastifyReply, page: Page, config: Config): FastifyReply {
  rememberLanguage(request, reply, config)
  reply.header('vary', 'accept-language, cookie, hx-request, hx-target').type('text/html; charset=utf-8')
  if (page.personal || page.workspace) reply.header('cache-control', 'private, no-store')
  else if (!reply.hasHeader('cache-control')) reply.header('cache-control', 'private, no-cache')
  const fragment = wantedFragment(request, page)
  if (fragment) return reply.send(fragment().markup)
  // A refusal in answer to a fragment's request takes the page's place, not the fragment's.
  if (isPartial(request)) reply.header('hx-retarget', 'body').header('hx-reswap', 'innerHTML')
  return reply.send(wholePage(page, request, config))
}

/** Boosted and history-restoring requests are visits like any other: they get the whole page. */
function wantedFragment(request: FastifyRequest, page: Page) {
  if (!isPartial(request)) return undefined
  const target = String(request.headers['hx-target'] ?? '').replace(/^.*#/, '')
  const { fragments = {} } = page
  return Object.hasOwn(fragments, target) ? fragments[target] : undefined
}

function isPartial({ headers }: FastifyRequest): boolean {
  return headers['hx-request'] === 'true' && !headers['hx-boosted'] && !headers['hx-history-restore-request']
}

/** 303, so that reloading repeats nothing; htmx would follow it inside fetch, so it is told in its own header. */
function leadOn(request: FastifyRequest, reply: FastifyReply, path: string): FastifyReply {
  if (request.headers['hx-request'] === 'true') return reply.code(204).header('hx-redirect', path).send()
  return reply.redirect(path, 303)
}

function pathOf(request: FastifyRequest): string {
  return request.url.split('?')[0] ?? '/'
}
