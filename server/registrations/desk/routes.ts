import { randomUUID } from 'node:crypto'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Meeting } from '../../../db/schema.ts'
import { paths } from '../../../views/paths.ts'
import { deskPage } from '../../../views/registrations/desk.ts'
import { withLook } from '../../../views/registrations/look-query.ts'
import { roleOf } from '../../access.ts'
import { blankForm, type Form, readForm, withProblem } from '../../forms.ts'
import type { House } from '../../house.ts'
import { sayTo } from '../../language.ts'
import { suppressedAmong } from '../../mail/suppressed-among.ts'
import { ownMeeting } from '../../meetings/own-meeting.ts'
import { hasBegun } from '../../meetings/status.ts'
import { groupsOf } from '../../projects/queries.ts'
import { askedAt } from '../asked.ts'
import { closedDoor } from '../door.ts'
import { handForm } from '../forms.ts'
import type { Person } from '../person.ts'
import { type Standing, standing } from '../places/standing.ts'
import { takesOffers } from '../places/waiting-list.ts'
import { whyNobodyMoves } from '../places/why-nobody-moves.ts'
import { isLive, registrationsOfAddress } from '../queries.ts'
import { register } from '../register.ts'
import { listRegistrations } from './list.ts'
import type { Query } from './look.ts'
import { lookAt } from './look-at.ts'
import { placesToMove } from './move-plan.ts'
import { deeds as allDeeds, type Deed } from './plan.ts'

type Address = { Params: { project: string; meeting: string }; Querystring: Query }

const list = '/organise/:project/:meeting/registrations'

/** The organisers' list of who comes. */
export function deskRoutes(app: FastifyInstance, { db, now }: House): void {
  app.get<Address>(list, { config: { access: 'organiser' } }, async (request, reply) => {
    const view = await desk(request)
    // What a form sends says much that goes without saying.
    if (request.headers['hx-request'] === 'true') {
      reply.header('hx-replace-url', withLook(paths.registrations(view.project, view.meeting), view.look))
    }
    return reply.page(deskPage(sayTo(request), view, blankForm({ once: randomUUID() })))
  })

  app.post<Address>(list, { config: { access: 'organiser' } }, async (request, reply) => {
    const { project, meeting, by } = await ownMeeting(db, request)
    const asked = await askedAt(db, { project, meeting }, now())
    const form = await unknown(meeting, readForm(handForm(asked, project.locales[0] ?? 'lv'), request.body))
    if (form.problems) return reply.code(422).page(deskPage(sayTo(request), await desk(request), form))
    await register(db, project, meeting, form.values, now(), by)
    return reply.done(paths.registrations(project, meeting))
  })

  /** Whoever is there already is found in the list; unless the form came twice, or they waited and have come by. */
  async function unknown(meeting: Meeting, form: Form<Person>): Promise<Form<Person>> {
    const { email, once } = form.values ?? {}
    const its = email ? await registrationsOfAddress(db, meeting, email.toLowerCase()) : []
    const known = its.find((one) => isLive(one) && one.classKey === '' && one.id !== once)
    const isAdded = !known || (known.status === 'waiting' && hasBegun(meeting, now()))
    return isAdded ? form : withProblem(form, 'email', 'desk.known')
  }

  async function desk(request: FastifyRequest<Address>) {
    const { project, meeting } = await ownMeeting(db, request)
    const looked = await lookAt(db, meeting, roleOf(request), request.query)
    const [found, places, groups] = await Promise.all([
      listRegistrations(db, meeting, looked.look, looked.shown),
      standing(db, meeting),
      groupsOf(db, project),
    ])
    const elsewhere = (await placesToMove(db, project, meeting, now())).length > 0
    const [offers, over] = [takesOffers(meeting, now()), closedDoor(meeting, now()) === 'over']
    const begun = hasBegun(meeting, now()) && meeting.status !== 'cancelled'
    const deeds = deedsFor(places, { offers, over, elsewhere, begun })
    const why = whyNobodyMoves(meeting, places, now())
    const people = found.rows.map(({ registration }) => registration)
    const unreachable = await suppressedAmong(db, people)
    return { project, meeting, ...looked, list: found, unreachable, places, groups, why, offers, over, deeds }
  }
}

/** What there is somebody for; after the meeting one can only write, and say who came. */
function deedsFor(
  { requested, waiting }: Standing,
  { offers, over, elsewhere, begun }: Record<'offers' | 'over' | 'elsewhere' | 'begun', boolean>,
): Deed[] {
  const isPossible: Record<Deed, boolean> = {
    approve: requested > 0 && !over,
    refuse: requested > 0 && !over,
    offer: waiting > 0 && offers,
    came: begun,
    absent: begun,
    write: true,
    move: elsewhere && !over,
    cancel: !over,
  }
  return allDeeds.filter((deed) => isPossible[deed])
}
