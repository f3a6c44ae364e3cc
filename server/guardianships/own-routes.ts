import type { FastifyInstance, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { nameGuardianPage } from '../../views/guardianships/name-page.ts'
import { paths } from '../../views/paths.ts'
import { emailAddress } from '../fields.ts'
import { blankForm, readForm, withProblem } from '../forms.ts'
import type { House } from '../house.ts'
import { sayTo } from '../language.ts'
import { notFound } from '../refusal.ts'
import { heldBy } from '../registrations/queries.ts'
import { nameGuardian } from './name-guardian.ts'
import { ownGuardian } from './own.ts'

type Address = { Params: { token: string } }

const address = z.object({ guardianEmail: emailAddress() })

/** Where young people name whoever is asked for them. */
export function ownGuardianRoutes(app: FastifyInstance, { db, now }: House): void {
  app.get<Address>('/mine/:token/guardian', { config: { access: 'link' } }, async (request, reply) =>
    reply.page(nameGuardianPage(sayTo(request), await own(request), blankForm())),
  )

  app.post<Address>('/mine/:token/guardian', { config: { access: 'link' } }, async (request, reply) => {
    const view = await own(request)
    const form = readForm(address, request.body)
    if (form.problems) return reply.code(422).page(nameGuardianPage(sayTo(request), view, form))
    const { project, meeting, registration, token } = view
    const problem = await nameGuardian(db, project, meeting, registration, form.values.guardianEmail, now())
    if (problem)
      return reply.code(422).page(nameGuardianPage(sayTo(request), view, withProblem(form, 'guardianEmail', problem)))
    return reply.done(paths.mine(token))
  })

  async function own(request: FastifyRequest<Address>) {
    const { token } = request.params
    const held = (await heldBy(db, token, now())) ?? notFound()
    const guardian = await ownGuardian(db, held.registration)
    const asksPhotos = held.meeting.photoChannels.length > 0
    // Of a young person only photos are asked about; where nobody asks about those, nothing is.
    const isAsked = held.registration.ageBand === 'child' || asksPhotos
    if (guardian.standing === 'none' || !isAsked) notFound()
    return { ...held, token, guardian }
  }
}
