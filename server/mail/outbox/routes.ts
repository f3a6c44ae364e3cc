import type { FastifyInstance, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { and } from '../../../db/drizzle.ts'
import { allPage } from '../../../views/mail/all.ts'
import { lettersPage } from '../../../views/mail/letters.ts'
import { lookPath } from '../../../views/mail/look-query.ts'
import { organiserOf, projectOf } from '../../access.ts'
import { attempt, choice, optionalLine } from '../../fields.ts'
import { readForm } from '../../forms.ts'
import type { House } from '../../house.ts'
import { sayTo } from '../../language.ts'
import { meetingsWithinReach } from '../own-letter.ts'
import { actOn, outboxDeeds } from './deeds.ts'
import { lettersOf } from './list.ts'
import { isInState, isLookedAt, isQueuedBy, lookOf } from './look.ts'
import { openTo } from './open-to.ts'
import { waitsOf } from './waits.ts'

type Address = { Params: { project: string }; Querystring: Record<string, unknown> }

const list = '/organise/:project/letters'
const access = { config: { access: 'meeting-organiser' } } as const

/** What a deed for many is, and until when what is queued is meant. */
const allForm = z.object({
  deed: choice(outboxDeeds),
  upto: optionalLine(40).transform((moment) => attempt(() => Temporal.Instant.from(moment))),
})

/** The organisers' view of the outbox, and what they do with all that waits in it. */
export function outboxRoutes(app: FastifyInstance, { db, now, config }: House): void {
  const hasServer = config.smtpUrl !== null

  app.get<Address>(list, access, async (request, reply) => {
    const { reach, meetings } = await reachOf(request, request.query)
    const page = Math.min(Math.max(1, Math.floor(Number(request.query.page)) || 1), 100_000)
    const found = await lettersOf(db, reach, page)
    const waits = await waitsOf(db, found.rows, { hasServer, now: now() })
    return reply.page(lettersPage(sayTo(request), { ...reach, ...found, meetings, waits, hasServer }))
  })

  app.get<Address>(`${list}/all`, access, async (request, reply) => {
    const { reach } = await reachOf(request, request.query)
    const { deed } = readForm(allForm, request.query).values ?? {}
    if (!deed) return reply.done(lookPath(reach))
    const upto = now()
    const found = await openTo(db, deed, await which(reach, upto), upto)
    return reply.page(allPage(sayTo(request), { ...reach, ...found, deed, upto, hasServer }))
  })

  app.post<Address>(`${list}/all`, access, async (request, reply) => {
    const form = readForm(allForm, request.body)
    const { reach } = await reachOf(request, form.typed)
    const { deed, upto } = form.values ?? {}
    if (!deed || !upto) return reply.done(lookPath(reach))
    const asked = { project: reach.project, which: await which(reach, upto) }
    await actOn(db, deed, { ...asked, by: organiserOf(request), now: now() })
    return reply.done(lookPath({ ...reach, look: { ...reach.look, state: null } }))
  })

  async function reachOf(request: FastifyRequest, asked: Record<string, unknown>) {
    const { meetings, only } = await meetingsWithinReach(db, request)
    return { reach: { project: projectOf(request), look: lookOf(asked), meetings: only }, meetings }
  }

  async function which(reach: Awaited<ReturnType<typeof reachOf>>['reach'], upto: Temporal.Instant) {
    return and(await isLookedAt(db, reach), isInState(reach.look.state), isQueuedBy(upto))
  }
}
