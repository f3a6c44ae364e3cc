import { randomUUID } from 'node:crypto'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Meeting, Project } from '../../../db/schema.ts'
import { mailingFormPage } from '../../../views/mailings/form.ts'
import { paths } from '../../../views/paths.ts'
import { withLook } from '../../../views/registrations/look-query.ts'
import { type PlanView, planPage } from '../../../views/registrations/plan.ts'
import { roleOf } from '../../access.ts'
import { blankForm, readForm, type Typed } from '../../forms.ts'
import type { House } from '../../house.ts'
import { sayTo } from '../../language.ts'
import { formView } from '../../mailings/form-view.ts'
import { ownMeeting } from '../../meetings/own-meeting.ts'
import { Refusal } from '../../refusal.ts'
import { doTogether } from './do-together.ts'
import { lookOf } from './look.ts'
import { moveTogether } from './move.ts'
import { movePlan, placesToMove } from './move-plan.ts'
import { type Plan, type PlannedDeed, planOf } from './plan.ts'
import { type Chosen, chosenForm, chosenIds, type Picked, pickedBy } from './plan-form.ts'
import { readableQuestions } from './readable.ts'

type ToPlan = Chosen & { deed: PlannedDeed }
type Address = { Params: { project: string; meeting: string } }

const list = '/organise/:project/:meeting/registrations'

/** One deed for many: first what it would do to whom, then the deed. */
export function bulkRoutes(app: FastifyInstance, { db, now }: House): void {
  app.post<Address>(`${list}/plan`, { config: { access: 'organiser' } }, async (request, reply) => {
    const picked = await pickedIn(request)
    if (picked)
      return reply.page(mailingFormPage(sayTo(request), await letterTo(request, picked), blankForm(newLetter())))
    return reply.page(planPage(sayTo(request), await planned(request)))
  })

  app.post<Address>(`${list}/do`, { config: { access: 'organiser' } }, async (request, reply) => {
    const { by } = await ownMeeting(db, request)
    const view = await planned(request)
    const { project, meeting, ids, look, chosen } = view
    if (chosen.deed === 'move') {
      if (!view.move?.to) return reply.code(422).page(planPage(sayTo(request), view))
      await moveTogether(db, { project, from: meeting, to: view.move.to, by, now: now() }, ids)
    } else await doTogether(db, chosen.deed, { project, meeting, by, now: now() }, ids)
    return reply.done(withLook(paths.registrations(project, meeting), look))
  })

  /** Whom a letter is to be written to: how it is written and sent is the same for all. */
  async function pickedIn(request: FastifyRequest<Address>): Promise<Picked | null> {
    const found = await ownMeeting(db, request)
    const picked = await pickedBy(db, found, request.body, await readableQuestions(db, found.meeting, roleOf(request)))
    return picked?.ids.length === 0 ? nothingChosen() : picked
  }

  async function letterTo(request: FastifyRequest<Address>, picked: Picked) {
    return await formView(db, await ownMeeting(db, request), null, picked, newLetter(), now())
  }

  async function planned(request: FastifyRequest<Address>): Promise<PlanView & { ids: string[]; chosen: ToPlan }> {
    const { project, meeting } = await ownMeeting(db, request)
    const chosen = toPlan(readForm(chosenForm, request.body).values)
    const readable = await readableQuestions(db, meeting, roleOf(request))
    const { ids, upto } = await chosenIds(db, meeting, chosen, readable)
    const plan = await planOf(db, meeting, chosen.deed, ids, now())
    const move = chosen.deed === 'move' ? await moveView(project, meeting, chosen, plan) : null
    const reaching = move?.to ? move : plan
    const letters = tellsThem(chosen.deed) ? reaching.able.filter(({ email }) => email) : []
    const look = lookOf(Object.fromEntries(new URLSearchParams(chosen.look)))
    const { able, unable } = reaching
    return {
      ...{ project, meeting, ids, look, able, unable, move },
      ...{ chosen: { ...chosen, upto }, letters: letters.length },
    }
  }

  async function moveView(project: Project, meeting: Meeting, chosen: Chosen, plan: Plan) {
    const places = await placesToMove(db, project, meeting, now())
    const to = places.find(({ id }) => id === chosen.meeting) ?? null
    return { places, to, ...(to ? await movePlan(db, plan, to, now()) : { ...plan, waits: [] }) }
  }
}

function newLetter(): Typed {
  return { kind: 'about', once: randomUUID() }
}

/** Letters are written where mailings are. */
function toPlan(chosen: Chosen | null): ToPlan {
  if (!chosen || chosen.deed === 'write') return nothingChosen()
  return { ...chosen, deed: chosen.deed }
}

/** Who came is nothing that they need to be told. */
function tellsThem(deed: PlannedDeed): boolean {
  return deed !== 'came' && deed !== 'absent'
}

/** A form that none of our pages has sent. */
function nothingChosen(): never {
  throw new Refusal('bulk.nothing', {}, 422)
}
