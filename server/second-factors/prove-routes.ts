import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { paths } from '../../views/paths.ts'
import { provePage } from '../../views/second-factors/prove.ts'
import { organiserOf } from '../access.ts'
import { blankForm, type Form } from '../forms.ts'
import type { House } from '../house.ts'
import { sayTo } from '../language.ts'
import { giveCookie } from '../organisers/cookies.ts'
import { sessionDays, sessionHashOf } from '../organisers/session.ts'
import { logSignIn } from '../organisers/sign-in-log.ts'
import { Refusal } from '../refusal.ts'
import { challengeForKnown } from './challenges.ts'
import { passkeyRefused, readCode, readSigned, wrongCode } from './forms.ts'
import { type Proven, proveByCode, proveByPasskey } from './prove.ts'
import { factorsOf, hasFactor } from './queries.ts'
import { signatureOf } from './signature.ts'
import { siteOf } from './site.ts'

/** Whoever has been signed in for a while shows their second factor again before they change it. */
export function proveRoutes(app: FastifyInstance, house: House): void {
  const { db, now, config } = house
  const site = siteOf(config)
  const prove = '/organise/me/second-factor/prove'

  app.get(prove, { config: { access: 'signed-in' } }, async (request, reply) => {
    if (!(await hasFactor(db, organiserOf(request)))) return reply.redirect(paths.secondFactor, 303)
    return reply.page(await page(request, blankForm()))
  })

  app.post(prove, { config: { access: 'signed-in' } }, async (request, reply) => {
    const code = readCode(request.body)
    if (code.typed === null) return reply.code(422).page(await page(request, code.form))
    const session = sessionHashOf(house, request)
    const proven = await proveByCode(db, organiserOf(request), session, code.typed, now())
    if (proven.state !== 'wrong') return answer(reply, proven)
    logSignIn(request.log, 'factor wrong', organiserOf(request))
    return reply.code(422).page(await page(request, wrongCode(code)))
  })

  app.post(`${prove}/challenge`, { config: { access: 'signed-in' } }, async (request) => {
    return await challengeForKnown(db, site, organiserOf(request), sessionHashOf(house, request), now())
  })

  app.post(`${prove}/passkey`, { config: { access: 'signed-in' } }, async (request, reply) => {
    const [organiser, holderHash] = [organiserOf(request), sessionHashOf(house, request)]
    const signature = await signatureOf(db, site, { organiser, holderHash }, readSigned(request.body), now())
    const proven = signature && (await proveByPasskey(db, organiser, holderHash, signature, now()))
    if (proven) return answer(reply, proven)
    logSignIn(request.log, 'factor wrong', organiser)
    return reply.code(422).page(await page(request, passkeyRefused))
  })

  async function page(request: FastifyRequest, form: Pick<Form<unknown>, 'typed' | 'problems'>) {
    return provePage(sayTo(request), await factorsOf(db, organiserOf(request)), form)
  }

  function answer(reply: FastifyReply, proven: Exclude<Proven, { state: 'wrong' }>) {
    if (proven.state === 'resting') throw new Refusal('refusal.codes-rest', { minutes: proven.minutes }, 429)
    if (proven.state === 'over') return reply.done(paths.signIn)
    giveCookie(reply, config, 'session', proven.session, sessionDays * 24 * 3600)
    return reply.done(paths.secondFactor)
  }
}
