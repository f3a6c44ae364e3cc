import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { deadLinkPage } from '../../views/organisers/sign-in.ts'
import { signInSecondPage } from '../../views/second-factors/prove.ts'
import { halfOf } from '../access.ts'
import { blankForm, type Form } from '../forms.ts'
import type { House } from '../house.ts'
import { sayTo } from '../language.ts'
import { takeCookieBack } from '../organisers/cookies.ts'
import { enter } from '../organisers/enter.ts'
import { userAgentOf } from '../organisers/session.ts'
import { logSignIn } from '../organisers/sign-in-log.ts'
import { Refusal } from '../refusal.ts'
import { challengeForKnown } from './challenges.ts'
import { type Finished, finishByCode, finishByPasskey } from './finish-sign-in.ts'
import { passkeyRefused, readCode, readSigned, wrongCode } from './forms.ts'
import { factorsOf } from './queries.ts'
import { signatureOf } from './signature.ts'
import { siteOf } from './site.ts'

/** The second step of signing in, for those who have chosen to have one. */
export function signInSecondRoutes(app: FastifyInstance, house: House): void {
  const { db, now, config } = house
  const site = siteOf(config)

  app.get('/sign-in/second', { config: { access: 'half-signed-in' } }, async (request, reply) => {
    return reply.page(await page(request, blankForm()))
  })

  app.post('/sign-in/second', { config: { access: 'half-signed-in' } }, async (request, reply) => {
    const code = readCode(request.body)
    if (code.typed === null) return reply.code(422).page(await page(request, code.form))
    const finished = await finishByCode(db, halfOf(request), code.typed, now(), userAgentOf(request))
    if (finished.state === 'wrong') {
      logSignIn(request.log, 'factor wrong', halfOf(request).organiser)
      return reply.code(422).page(await page(request, wrongCode(code, finished.left)))
    }
    return answer(request, reply, finished)
  })

  app.post('/sign-in/second/challenge', { config: { access: 'half-signed-in' } }, async (request) => {
    const { organiser, idHash } = halfOf(request)
    return await challengeForKnown(db, site, organiser, idHash, now())
  })

  app.post('/sign-in/second/passkey', { config: { access: 'half-signed-in' } }, async (request, reply) => {
    const half = halfOf(request)
    const whose = { organiser: half.organiser, holderHash: half.idHash }
    const signature = await signatureOf(db, site, whose, readSigned(request.body), now())
    const finished = signature && (await finishByPasskey(db, half, signature, now(), userAgentOf(request)))
    if (!finished) {
      logSignIn(request.log, 'factor wrong', half.organiser)
      return reply.code(422).page(await page(request, passkeyRefused))
    }
    return answer(request, reply, finished)
  })

  async function page(request: FastifyRequest, form: Pick<Form<unknown>, 'typed' | 'problems'>) {
    return signInSecondPage(sayTo(request), await factorsOf(db, halfOf(request).organiser), form)
  }

  async function answer(request: FastifyRequest, reply: FastifyReply, finished: Exclude<Finished, { state: 'wrong' }>) {
    if (finished.state === 'resting') throw new Refusal('refusal.codes-rest', { minutes: finished.minutes }, 429)
    takeCookieBack(reply, config, 'half-session')
    if (finished.state === 'in') return enter(house, request, reply, finished)
    logSignIn(request.log, 'factor over', halfOf(request).organiser)
    return reply.code(403).page(deadLinkPage(sayTo(request), 'tried'))
  }
}
