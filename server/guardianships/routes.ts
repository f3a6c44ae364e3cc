import type { FastifyInstance, FastifyRequest } from 'fastify'
import { linkOverPage } from '../../views/guardians/closed.ts'
import { endedPage } from '../../views/guardianships/ended.ts'
import { childPage } from '../../views/guardianships/page.ts'
import { paths } from '../../views/paths.ts'
import type { MessageKey } from '../../views/say.ts'
import { consentsOf } from '../consents/consents-of.ts'
import { currentText } from '../consents/queries.ts'
import { blankForm, readForm } from '../forms.ts'
import type { House } from '../house.ts'
import { sayTo } from '../language.ts'
import { later } from '../later.ts'
import { notFound } from '../refusal.ts'
import { forgottenAt } from '../registrations/forgotten-at.ts'
import { isLive } from '../registrations/queries.ts'
import { agreeAsGuardian, sayPhotosAsGuardian } from './agree.ts'
import { notMine, replaced } from './consent.ts'
import { denyGuardianship } from './deny.ts'
import { guardianForm } from './form.ts'
import { type Child, childHeldBy } from './queries.ts'
import { refuseAsGuardian } from './refuse.ts'

type Address = { Params: { child: string } }

/** What a guardian sees and does. Opening the link changes nothing: mail scanners open links too. */
export function guardianshipRoutes(app: FastifyInstance, { db, files, now }: House): void {
  app.get<Address>('/child/:child', { config: { access: 'link' } }, async (request, reply) => {
    const say = sayTo(request)
    const found = await childHeldBy(db, request.params.child)
    if (!found || isOver(found)) return reply.code(404).page(linkOverPage(say, found?.project ?? null))
    const ended = endingOf(found)
    if (ended) return reply.page(endedPage(say, found.project, ended))
    const view = await shown(request, found)
    return reply.page(childPage(say, view, blankForm(typedOf(view))))
  })

  app.post<Address>('/child/:child', { config: { access: 'link' } }, async (request, reply) => {
    const child = await held(request)
    const hasSigned = child.guardianship.signedBy !== ''
    const form = readForm(guardianForm(child.meeting.photoChannels, hasSigned), request.body)
    if (form.problems) return reply.code(422).page(childPage(sayTo(request), await shown(request, child), form))
    const answer = { agree: agreeAsGuardian, photos: sayPhotosAsGuardian, no: refuse }[form.values.answer]
    await answer(db, child, { ...form.values, locale: sayTo(request).locale }, now())
    return reply.done(paths.child(request.params.child))
  })

  app.post<Address>('/child/:child/not-mine', { config: { access: 'link' } }, async (request, reply) => {
    await denyGuardianship(db, await held(request), now())
    return reply.done(paths.child(request.params.child))
  })

  async function refuse(_: typeof db, child: Child) {
    await refuseAsGuardian(db, files, child, now())
  }

  async function held(request: FastifyRequest<Address>) {
    const found = (await childHeldBy(db, request.params.child)) ?? notFound()
    return isOver(found) ? notFound() : found
  }

  async function shown(request: FastifyRequest<Address>, child: Child) {
    const { project, meeting, registration } = child
    const [text, photos] = await Promise.all([currentText(db, project), consentsOf(db, project, [registration])])
    const token = request.params.child
    return { ...child, text, photos: photos(registration), forgottenAt: forgottenAt(meeting), token }
  }

  /** As long as the child is known, a yes can be taken back: also when the meeting was put off, or its people are kept long. */
  function isOver({ expiresAt, meeting }: Pick<Child, 'meeting'> & { expiresAt: Temporal.Instant }): boolean {
    return Temporal.Instant.compare(later(expiresAt, forgottenAt(meeting)), now()) <= 0
  }
}

/** Why there is nothing left to ask. */
function endingOf({ guardianship, registration }: Child): MessageKey | null {
  if (guardianship.textVersion === notMine) return 'guardianship.not-mine-done'
  if (guardianship.textVersion === replaced) return 'guardianship.replaced'
  if (guardianship.about === 'attendance' && guardianship.agreed === false)
    return isLive(registration) ? 'guardianship.refused-after' : 'guardianship.refused'
  return isLive(registration) ? null : 'guardianship.ended'
}

/** Nothing is ticked beforehand but what is agreed to. */
function typedOf({ photos, meeting }: Awaited<Parameters<typeof childPage>[1]>) {
  const agreed = meeting.photoChannels.filter((channel) => photos[channel] === 'yes')
  return Object.fromEntries(agreed.map((channel) => [`photos.${channel}`, 'yes']))
}
