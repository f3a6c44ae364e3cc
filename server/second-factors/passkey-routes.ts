import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { paths } from '../../views/paths.ts'
import { recoveryCodesPage } from '../../views/second-factors/codes.ts'
import { secondFactorPage } from '../../views/second-factors/page.ts'
import { organiserOf } from '../access.ts'
import { line } from '../fields.ts'
import { readForm, withProblem } from '../forms.ts'
import type { House } from '../house.ts'
import { sayTo } from '../language.ts'
import { sessionHashOf } from '../organisers/session.ts'
import { Refusal } from '../refusal.ts'
import { challengeForNew } from './challenges.ts'
import { addPasskey, removePasskey } from './passkeys.ts'
import { factorsOf, isFresh } from './queries.ts'
import { siteOf } from './site.ts'

type OnePasskey = { Params: { passkey: string } }

const newPasskey = z.object({ name: line(60), signed: z.string().max(20_000).default('') })

export function passkeyRoutes(app: FastifyInstance, house: House): void {
  const { db, now, config } = house
  const site = siteOf(config)
  const passkeys = '/organise/me/second-factor/passkeys'

  app.post(`${passkeys}/challenge`, { config: { access: 'signed-in' } }, async (request) => {
    const sessionHash = sessionHashOf(house, request)
    if (!(await isFresh(db, sessionHash, now()))) throw new Refusal('second.stale')
    return await challengeForNew(db, site, organiserOf(request), sessionHash, now())
  })

  app.post(passkeys, { config: { access: 'signed-in' } }, async (request, reply) => {
    const [organiser, sessionHash] = [organiserOf(request), sessionHashOf(house, request)]
    if (!(await isFresh(db, sessionHash, now()))) return reply.done(paths.proveSecond)
    const form = readForm(newPasskey, request.body)
    const added = form.values ? await addPasskey(db, site, { organiser, sessionHash }, form.values, now()) : null
    if (added?.state === 'added')
      return added.codes ? reply.page(recoveryCodesPage(sayTo(request), added.codes)) : reply.done(paths.secondFactor)
    const wrong = added ? withProblem(form, 'name', 'problem.passkey') : form
    const view = { factors: await factorsOf(db, organiser), email: organiser.email, mayChange: true }
    return reply.code(422).page(secondFactorPage(sayTo(request), view, wrong))
  })

  app.post<OnePasskey>(`${passkeys}/:passkey/remove`, { config: { access: 'signed-in' } }, async (request, reply) => {
    const [organiser, sessionHash] = [organiserOf(request), sessionHashOf(house, request)]
    if (!(await isFresh(db, sessionHash, now()))) return reply.done(paths.proveSecond)
    await removePasskey(db, { organiser, sessionHash }, { id: request.params.passkey }, now())
    return reply.done(paths.secondFactor)
  })
}
