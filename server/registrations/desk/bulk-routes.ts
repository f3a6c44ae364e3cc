import { randomUUID } from 'node:crypto'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Meeting, Project } from '../../../db/schema.ts'
import { paths } from '../../../views/paths.ts'
import { withLook } from '../../../views/registrations/look-query.ts'
import { type PlanView, planPage } from '../../../views/registrations/plan.ts'
import { roleOf } from '../../access.ts'
import { blankForm, type Form, readForm } from '../../forms.ts'
import type { House } from '../../house.ts'
import { sayTo } from '../../language.ts'
import { ownMeeting } from '../../meetings/own-meeting.ts'
import { oneEach, writeTo } from '../../messages/write.ts'
import { Refusal } from '../../refusal.ts'
import { doTogether } from './do-together.ts'
import { lookOf } from './look.ts'
import { moveTogether } from './move.ts'
import { movePlan, placesToMove } from './move-plan.ts'
import { type Plan, planOf } from './plan.ts'
import { type Chosen, chosenForm, chosenIds, writtenForm } from './plan-form.ts'
import { readableQuestions } from './readable.ts'

type Address = { Params: { project: string; meeting: string } }

const list = '/organise/:project/:meeting/registrations'

/** One deed for many: first what it would do to whom, then the deed. */
export function bulkRoutes(app: FastifyInstance, { db, now }: House): void {
  app.post<Address>(`${list}/plan`, { config: { access: 'organiser' } }, async (request, reply) => {
    const view = await planned(request)
    const form = readForm(writtenForm(view.project), request.body)
    const isTyped =
      view.chosen.deed === 'write' && Object.keys(form.typed).some((name) => /^(subject|text)\./.test(name))
    const problems = isTyped ? form.problems : null
    const preview = isTyped && !problems ? form.values : null
    const typed = { once: randomUUID(), ...form.typed }
    return reply.code(problems ? 422 : 200).page(planPage(sayTo(request), { ...view, preview }, { typed, problems }))
  })

  app.post<Address>(`${list}/do`, { config: { access: 'organiser' } }, async (request, reply) => {
    const { by } = await ownMeeting(db, request)
    const view = await planned(request)
    const { project, meeting, ids, look, chosen } = view
    if (chosen.deed === 'write') {
      const form = readForm(writtenForm(project), request.body)
      if (form.problems) return reply.code(422).page(planPage(sayTo(request), view, form))
      await writeTo(db, { project, meeting }, ids, form.values, chosen.once ?? randomUUID(), by, now())
    } else if (chosen.deed === 'move') {
      if (!view.move?.to) return reply.code(422).page(planPage(sayTo(request), view, blankForm()))
      await moveTogether(db, { project, from: meeting, to: view.move.to, by, now: now() }, ids)
    } else await doTogether(db, chosen.deed, { project, meeting, by, now: now() }, ids)
    return reply.done(withLook(paths.registrations(project, meeting), look))
  })

  async function planned(request: FastifyRequest<Address>): Promise<PlanView & { ids: string[] }> {
    const { project, meeting } = await ownMeeting(db, request)
    const form: Form<Chosen> = readForm(chosenForm(project), request.body)
    const chosen = form.values ?? nothingChosen()
    const readable = await readableQuestions(db, meeting, roleOf(request))
    const { ids, upto } = await chosenIds(db, meeting, chosen, readable)
    const plan = await planOf(db, meeting, chosen.deed, ids, now())
    const move = chosen.deed === 'move' ? await moveView(project, meeting, chosen, plan) : null
    const reaching = move?.to ? move : plan
    const letters = (chosen.deed === 'write' ? oneEach(reaching.able) : reaching.able).filter(({ email }) => email)
    const look = lookOf(Object.fromEntries(new URLSearchParams(chosen.look)))
    const { able, unable } = reaching
    return {
      ...{ project, meeting, ids, look, able, unable, move, preview: null },
      ...{ chosen: { ...chosen, upto }, letters: letters.length },
    }
  }

  async function moveView(project: Project, meeting: Meeting, chosen: Chosen, plan: Plan) {
    const places = await placesToMove(db, project, meeting, now())
    const to = places.find(({ id }) => id === chosen.meeting) ?? null
    return { places, to, ...(to ? await movePlan(db, plan, to, now()) : { ...plan, waits: [] }) }
  }
}

/** A form that none of our pages has sent. */
function nothingChosen(): never {
  throw new Refusal('bulk.nothing', {}, 422)
}
