import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { paths } from '../../views/paths.ts'
import { newAppPage } from '../../views/second-factors/app.ts'
import { recoveryCodesPage } from '../../views/second-factors/codes.ts'
import { secondFactorPage } from '../../views/second-factors/page.ts'
import { organiserOf } from '../access.ts'
import { line } from '../fields.ts'
import { blankForm, type Form, readForm, withProblem } from '../forms.ts'
import type { House } from '../house.ts'
import { sayTo } from '../language.ts'
import { sessionHashOf } from '../organisers/session.ts'
import { qrOf } from '../qr.ts'
import { askedOf } from './asked.ts'
import { beginApp, confirmApp, removeApp } from './authenticator.ts'
import { factorsOf, isFresh } from './queries.ts'
import { renewCodes } from './renew-codes.ts'
import { appAddress } from './totp.ts'

const confirming = z.object({ code: line(10) })

/** What an organiser shows beside the link in their letter: the app and the recovery codes. */
export function secondFactorRoutes(app: FastifyInstance, house: House): void {
  const { db, now } = house
  const sessionOf = (request: FastifyRequest) => sessionHashOf(house, request)
  const mayChange = (request: FastifyRequest) => isFresh(db, sessionOf(request), now())

  app.get('/organise/me/second-factor', { config: { access: 'signed-in' } }, async (request, reply) => {
    const organiser = organiserOf(request)
    const view = { factors: await factorsOf(db, organiser), email: organiser.email }
    const page = { ...view, mayChange: await mayChange(request) }
    return reply.page(secondFactorPage(sayTo(request), page, blankForm()))
  })

  app.post('/organise/me/second-factor/app', { config: { access: 'signed-in' } }, async (request, reply) => {
    if (!(await mayChange(request))) return reply.done(paths.proveSecond)
    await beginApp(db, sessionOf(request), now())
    return reply.done(paths.secondFactorDo('app'))
  })

  app.get('/organise/me/second-factor/app', { config: { access: 'signed-in' } }, async (request, reply) => {
    const page = await newApp(request, blankForm())
    return page ? reply.page(page) : reply.redirect(paths.secondFactor, 303)
  })

  app.post('/organise/me/second-factor/app/confirm', { config: { access: 'signed-in' } }, async (request, reply) => {
    if (!(await mayChange(request))) return reply.done(paths.proveSecond)
    const form = readForm(confirming, request.body)
    if (form.problems) return await again(request, reply, form)
    const added = await confirmApp(db, organiserOf(request), sessionOf(request), form.values.code, now())
    if (added.state !== 'added')
      return await again(request, reply, withProblem({ ...form, typed: {} }, 'code', 'problem.code'))
    return added.codes ? reply.page(recoveryCodesPage(sayTo(request), added.codes)) : reply.done(paths.secondFactor)
  })

  app.post('/organise/me/second-factor/app/remove', { config: { access: 'signed-in' } }, async (request, reply) => {
    if (!(await mayChange(request))) return reply.done(paths.proveSecond)
    await removeApp(db, organiserOf(request), sessionOf(request), now())
    return reply.done(paths.secondFactor)
  })

  app.post('/organise/me/second-factor/recovery-codes', { config: { access: 'signed-in' } }, async (request, reply) => {
    if (!(await mayChange(request))) return reply.done(paths.proveSecond)
    const codes = await renewCodes(db, organiserOf(request), sessionOf(request), now())
    return codes ? reply.page(recoveryCodesPage(sayTo(request), codes)) : reply.done(paths.secondFactor)
  })

  async function again(request: FastifyRequest, reply: FastifyReply, form: Pick<Form<unknown>, 'typed' | 'problems'>) {
    const page = await newApp(request, form)
    return page ? reply.code(422).page(page) : reply.done(paths.secondFactor)
  }

  /** Null: nothing is begun, or no longer. */
  async function newApp(request: FastifyRequest, form: Pick<Form<unknown>, 'typed' | 'problems'>) {
    const secret = await askedOf(db, sessionOf(request), 'app', now())
    if (!secret) return null
    const address = appAddress(secret, organiserOf(request).email)
    return newAppPage(sayTo(request), { secret, address, qr: qrOf(address) }, form)
  }
}
