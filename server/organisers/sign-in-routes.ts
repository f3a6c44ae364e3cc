import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { firstRunPage } from '../../views/organisers/first-run.ts'
import { deadLinkPage, lookInYourMailPage, signInLinkPage, signInPage } from '../../views/organisers/sign-in.ts'
import { paths } from '../../views/paths.ts'
import { organiserOf } from '../access.ts'
import { emailAddress, line } from '../fields.ts'
import { blankForm, readForm } from '../forms.ts'
import type { House } from '../house.ts'
import { sayTo } from '../language.ts'
import { atMost } from '../limits.ts'
import { halfMinutes } from '../second-factors/half-session.ts'
import { newToken } from '../secrets.ts'
import { giveCookie, readCookie, takeCookieBack } from './cookies.ts'
import { enter } from './enter.ts'
import { welcomeFirstOrganiser } from './first-run.ts'
import { endSession, userAgentOf } from './session.ts'
import { askToSignIn, type LetIn, signIn } from './sign-in.ts'
import { linkMinutes, type OpenedLink, openLink } from './sign-in-link.ts'
import { logSignIn } from './sign-in-log.ts'

type Link = { Params: { token: string } }

const asking = z.object({ email: emailAddress() })
const firstOrganiser = z.object({ name: line(100), email: emailAddress() })

export function signInRoutes(app: FastifyInstance, house: House): void {
  const { db, now, config } = house
  const browserOf = (request: FastifyRequest) => readCookie(request, config, 'asking')

  app.get('/sign-in', { config: { access: 'anyone' } }, async (request, reply) => {
    return reply.page(signInPage(sayTo(request), blankForm()))
  })

  app.post('/sign-in', { config: { access: 'anyone', rateLimit: atMost.signIns } }, async (request, reply) => {
    const form = readForm(asking, request.body)
    if (form.problems) return reply.code(422).page(signInPage(sayTo(request), form))
    const browser = browserOf(request) ?? newToken()
    await askToSignIn(db, form.values.email, browser, now())
    giveCookie(reply, config, 'asking', browser, linkMinutes * 60)
    return reply.done(paths.signInAsked)
  })

  app.get('/sign-in/asked', { config: { access: 'anyone' } }, async (request, reply) => {
    return reply.page(lookInYourMailPage(sayTo(request)))
  })

  app.get<Link>('/sign-in/:token', { config: { access: 'link' } }, async (request, reply) => {
    const { token } = request.params
    const link = await openLink(db, token, browserOf(request), now())
    if (link.state === 'good') return reply.page(signInLinkPage(sayTo(request), token))
    if (link.state === 'first-run') return reply.page(firstRunPage(sayTo(request), token, blankForm()))
    return turnAway(request, reply, link)
  })

  app.post<Link>('/sign-in/:token', { config: { access: 'link' } }, async (request, reply) => {
    const { token } = request.params
    const link = await openLink(db, token, browserOf(request), now())
    if (link.state === 'first-run') return welcome(request, reply, token)
    return letIn(request, reply, await signIn(db, token, browserOf(request), now(), userAgentOf(request)))
  })

  app.post('/sign-out', { config: { access: 'signed-in' } }, async (request, reply) => {
    await endSession(db, readCookie(request, config, 'session') ?? '')
    logSignIn(request.log, 'signed out', organiserOf(request))
    takeCookieBack(reply, config, 'session')
    return reply.done(paths.signIn)
  })

  async function welcome(request: FastifyRequest, reply: FastifyReply, token: string) {
    const say = sayTo(request)
    const form = readForm(firstOrganiser, request.body)
    if (form.problems) return reply.code(422).page(firstRunPage(say, token, form))
    const newcomer = { ...form.values, locale: say.locale }
    return letIn(request, reply, await welcomeFirstOrganiser(db, token, newcomer, now(), userAgentOf(request)))
  }

  async function letIn(request: FastifyRequest, reply: FastifyReply, answer: LetIn) {
    if ('session' in answer) return enter(house, request, reply, answer)
    if (!('halfSession' in answer)) return turnAway(request, reply, answer)
    giveCookie(reply, config, 'half-session', answer.halfSession, halfMinutes * 60)
    return reply.done(paths.signInSecond)
  }
}

function turnAway(request: FastifyRequest, reply: FastifyReply, link: OpenedLink) {
  const say = sayTo(request)
  if (link.state === 'elsewhere') {
    logSignIn(request.log, 'link elsewhere', { id: link.organiserId })
    return reply.code(403).page(deadLinkPage(say, 'elsewhere'))
  }
  logSignIn(request.log, 'link over', { id: null })
  return reply.code(404).page(deadLinkPage(say, 'over'))
}
