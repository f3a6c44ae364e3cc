import type { FastifyInstance, FastifyRequest } from 'fastify'
import { paths } from '../../views/paths.ts'
import { callPage } from '../../views/stories/call.ts'
import { proposedPage } from '../../views/stories/proposed.ts'
import { usualMinutes } from '../agenda/session-types.ts'
import { blankForm, readForm } from '../forms.ts'
import type { House } from '../house.ts'
import { sayTo } from '../language.ts'
import { atMost } from '../limits.ts'
import { notFound } from '../refusal.ts'
import { type CallFound, callHolds, callState, zoneOf } from './call-state.ts'
import { propose } from './propose.ts'
import { publicCall } from './queries.ts'
import { asked } from './questions.ts'
import { proposalForm } from './story-form.ts'

type Address = { Params: { project: string; meeting?: string }; Querystring: { kept?: string } }

/** What everybody sees of a call, and where they bring their story. */
export function callRoutes(app: FastifyInstance, { db, now }: House): void {
  for (const address of ['/:project/call', '/:project/:meeting/call']) {
    app.get<Address>(address, { config: { access: 'anyone' } }, async (request, reply) => {
      return await reply.kept(async (say) => {
        const found = await callIn(request)
        const page = callPage(say, shown(found), blankForm({ language: say.locale, kind: 'person' }))
        return { page, project: found.project.id, until: callHolds(found, now()) }
      })
    })

    app.post<Address>(address, { config: { access: 'anyone', rateLimit: atMost.stories } }, async (request, reply) => {
      const say = sayTo(request)
      const found = await callIn(request)
      const deed = deedOf(request.body)
      const form = readForm(proposalForm(found.call, say.locale, deed), request.body)
      if (form.problems) return reply.code(422).page({ ...callPage(say, shown(found), form), personal: true })
      await propose(db, found.call, form.values, deed, now())
      const sent = paths.proposed(found.project, found.meeting)
      return reply.done(deed === 'save' ? `${sent}?kept=draft` : sent)
    })

    app.get<Address>(`${address}/sent`, { config: { access: 'anyone' } }, async (request, reply) => {
      const found = await callIn(request)
      const kept = request.query.kept === 'draft' ? 'draft' : 'handed-in'
      return reply.page(proposedPage(sayTo(request), { ...shown(found), kept }))
    })
  }

  async function callIn(request: FastifyRequest<Address>): Promise<CallFound> {
    return (await publicCall(db, request.params)) ?? notFound()
  }

  function shown(found: CallFound) {
    const types = found.call.types.map((type) => ({ type, minutes: usualMinutes[type] }))
    return { ...found, state: callState(found, now()), zone: zoneOf(found), types, questions: asked(found.call) }
  }
}

/** Which of the two buttons was pressed. */
function deedOf(body: unknown): 'save' | 'hand-in' {
  return typeof body === 'object' && body !== null && 'deed' in body && body.deed === 'save' ? 'save' : 'hand-in'
}
